import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Kiosk.Style

// What every button shares: size, focus, the Enter key, and the guard that makes a double tap one tap.
T.AbstractButton {
    id: button

    required text
    property string iconName: ""
    property bool iconAfter: false
    property bool stacked: false // icon above the word
    property bool repeatable: false // a key of a keypad: every tap counts
    property color ground: Colour.surface
    property color groundPressed: Colour.pressed
    property color letters: Colour.ink
    property color edge: Colour.edge
    property int edgeWidth: Size.edge
    property int textSize: TypeScale.button
    property int textWeight: Font.DemiBold
    property int iconSide: Size.icon
    property int alignment: Text.AlignHCenter
    property bool verbatim: false // a proper name: the same in every language
    property string description: ""
    property string spoken: button.text

    Accessible.description: button.description
    Accessible.name: button.text
    Accessible.role: Accessible.Button
    Accessible.onPressAction: button.click()
    Keys.onEnterPressed: button.click()
    Keys.onReturnPressed: button.click()
    activeFocusOnTab: true
    focusPolicy: Qt.TabFocus // a touch leaves the focus in the field being filled in
    font.family: TypeScale.family
    font.pixelSize: button.textSize
    font.weight: button.textWeight
    implicitHeight: Math.max(Size.touch, button.implicitContentHeight + button.topPadding + button.bottomPadding)
    implicitWidth: Math.max(Size.touch, button.implicitContentWidth + button.leftPadding + button.rightPadding)
    leftPadding: Size.padding
    rightPadding: Size.padding
    topPadding: Size.small
    bottomPadding: Size.small
    onVisualFocusChanged: Overlay.mark(button, button.visualFocus, Size.radius)
    onClicked: {
        if (!button.repeatable)
            Overlay.tapped(button);
    }

    background: Rectangle {
        border.color: button.enabled ? button.edge : Colour.edge
        border.width: button.edgeWidth
        color: !button.enabled ? Colour.disabled : button.down ? button.groundPressed : button.ground
        radius: Size.radius
    }
    contentItem: GridLayout {
        columnSpacing: Size.small
        columns: button.stacked ? 1 : 3
        layoutDirection: button.iconAfter ? Qt.RightToLeft : Qt.LeftToRight
        rowSpacing: Size.tiny

        Icon {
            Layout.alignment: Qt.AlignCenter
            Layout.preferredHeight: button.iconSide
            Layout.preferredWidth: button.iconSide
            name: button.iconName
            side: button.iconSide
            tint: button.enabled ? button.letters : Colour.disabledLetters
            visible: button.iconName.length > 0
        }

        Text {
            Accessible.ignored: true
            Layout.alignment: Qt.AlignCenter
            Layout.fillWidth: true
            color: button.enabled ? button.letters : Colour.disabledLetters
            font: button.font
            horizontalAlignment: button.iconName.length > 0 && !button.stacked && button.alignment !== Text.AlignHCenter ? Text.AlignLeft : button.alignment
            text: TypeScale.tied(button.text)
            textFormat: Text.PlainText
            verticalAlignment: Text.AlignVCenter
            visible: button.text.length > 0
            wrapMode: Text.Wrap
        }
    }
}
