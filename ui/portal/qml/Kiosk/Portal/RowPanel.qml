pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Components
import Kiosk.PortalLink
import Kiosk.Style

// A native list of the page, its rows large enough for a finger.
Rectangle {
    id: panel

    required property FilingViewModel portal

    color: Colour.paper

    Words {
        id: heading

        anchors.left: parent.left
        anchors.margins: Size.medium
        anchors.right: parent.right
        anchors.top: parent.top
        kind: TypeScale.Heading
        text: panel.portal.listSays.length > 0 ? panel.portal.listSays : qsTr("Chọn một dòng")
        verbatim: panel.portal.listSays.length > 0
    }

    ListView { // a list may have thousands of rows
        id: rows

        anchors.bottom: none.top
        anchors.left: parent.left
        anchors.margins: Size.medium
        anchors.right: parent.right
        anchors.top: heading.bottom
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        model: panel.portal.rows
        spacing: Size.gap

        delegate: RowDelegate {
            required property int key
            required property string says
            required property bool chosen

            iconName: chosen ? "circle-dot" : "circle"
            leads: false
            objectName: `row-${key}`
            text: says
            width: rows.width
            onClicked: panel.portal.rowChosen(key)
        }
    }

    QuietButton {
        id: none

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Size.medium
        anchors.right: parent.right
        iconName: "cross"
        objectName: "noRow"
        text: qsTr("Thôi, không đổi")
        onClicked: panel.portal.rowChosen(-1)
    }
}
