import QtQuick
import Kiosk.Style

// Search as one types: a magnifier, the field, a cross that empties it.
FocusScope {
    id: search

    property alias text: field.text
    property alias placeholder: field.placeholderText
    property string name: qsTr("Tìm kiếm")
    readonly property alias active: field.activeFocus
    property string spoken: field.placeholderText.length > 0 ? field.placeholderText : search.name

    signal edited(string text)
    signal accepted

    implicitHeight: field.implicitHeight
    implicitWidth: Size.mm(120)

    EntryField {
        id: field

        anchors.fill: parent
        focus: true
        leftPadding: Size.padding * 2 + Size.icon
        name: search.name
        objectName: "searchField"
        rightPadding: clear.width + Size.padding
        onAccepted: search.accepted()
        onTextChanged: search.edited(field.text)
    }

    Text { // the templates draw no placeholder of their own
        Accessible.ignored: true
        anchors.left: parent.left
        anchors.leftMargin: field.leftPadding
        anchors.right: parent.right
        anchors.rightMargin: Size.padding
        anchors.verticalCenter: parent.verticalCenter
        color: Colour.quiet
        elide: Text.ElideRight
        font: field.font
        text: field.placeholderText
        visible: field.text.length === 0 && field.preeditText.length === 0
    }

    Icon {
        anchors.left: parent.left
        anchors.leftMargin: Size.padding
        anchors.verticalCenter: parent.verticalCenter
        name: "search"
        tint: Colour.accent
    }

    TouchButton {
        id: clear

        Accessible.name: qsTr("Xóa ô tìm kiếm")
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        edgeWidth: 0
        ground: "transparent"
        iconName: "cross"
        spoken: ""
        text: ""
        visible: field.text.length > 0
        onClicked: {
            field.clear();
            field.forceActiveFocus();
        }
    }
}
