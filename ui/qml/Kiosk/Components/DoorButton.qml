import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Kiosk.Style

// A big door with a drawing: title, one line of explanation. Lies down when it is wide, stands when it is narrow.
T.AbstractButton {
    id: door

    required text
    required property string drawing
    property string explanation: ""
    property int least: Size.mm(45) // its height
    property bool lying: door.width > Size.mm(130)
    property real wordsHeight: 0 // that of the longest door in a row, so that their titles stand in one line
    readonly property real ownWordsHeight: words.implicitHeight
    property string spoken: door.explanation.length > 0 ? `${door.text}. ${door.explanation}` : door.text

    Accessible.description: door.explanation
    Accessible.name: door.text
    Accessible.role: Accessible.Button
    Accessible.onPressAction: door.click()
    Layout.fillHeight: true
    Layout.fillWidth: true
    Keys.onEnterPressed: door.click()
    Keys.onReturnPressed: door.click()
    activeFocusOnTab: true
    focusPolicy: Qt.TabFocus
    implicitHeight: Math.max(door.least, door.implicitContentHeight + door.topPadding + door.bottomPadding)
    implicitWidth: Size.mm(75)
    onVisualFocusChanged: Overlay.mark(door, door.visualFocus, Size.radius * 2)
    onClicked: Overlay.tapped(door)
    padding: Size.padding

    background: Rectangle {
        border.color: door.down ? Colour.accent : Colour.edge
        border.width: Size.edge
        color: door.down ? Colour.pressed : Colour.surface
        radius: Size.radius * 2

        Rectangle { // the coloured step below the door
            anchors.bottom: parent.bottom
            anchors.bottomMargin: parent.border.width
            anchors.left: parent.left
            anchors.leftMargin: parent.radius
            anchors.right: parent.right
            anchors.rightMargin: parent.radius
            color: Colour.accent
            height: Size.tiny
        }
    }
    contentItem: GridLayout {
        columnSpacing: Size.large
        columns: door.lying ? 2 : 1
        rowSpacing: Size.small

        Drawing {
            Layout.alignment: Qt.AlignCenter
            Layout.fillHeight: true
            Layout.fillWidth: !door.lying
            Layout.maximumHeight: Size.mm(90)
            Layout.maximumWidth: door.lying ? door.availableWidth * 0.34 : door.availableWidth
            Layout.minimumHeight: Math.min(Size.mm(12), door.least - Size.small)
            Layout.preferredHeight: Math.min(Size.mm(26), door.least - Size.small)
            Layout.preferredWidth: door.lying ? door.availableWidth * 0.34 : door.availableWidth
            name: door.drawing
        }

        ColumnLayout {
            id: words

            Layout.fillWidth: true
            Layout.maximumHeight: Math.max(door.wordsHeight, words.implicitHeight)
            Layout.minimumHeight: door.wordsHeight
            spacing: Size.tiny

            Words {
                Accessible.ignored: true
                Layout.fillWidth: true
                horizontalAlignment: door.lying ? Text.AlignLeft : Text.AlignHCenter
                kind: TypeScale.Lead
                strong: true
                text: TypeScale.tied(door.text)
            }

            Words {
                Accessible.ignored: true
                Layout.fillWidth: true
                horizontalAlignment: door.lying ? Text.AlignLeft : Text.AlignHCenter
                quiet: true
                text: TypeScale.tied(door.explanation)
                visible: door.explanation.length > 0
            }

            Item { // what a shorter text leaves empty lies below it
                Layout.fillHeight: true
            }
        }
    }
}
