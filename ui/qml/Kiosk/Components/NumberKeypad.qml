pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style

// A large keypad: digits, take one away. It says what was pressed; who listens keeps the number.
GridLayout {
    id: pad

    property bool wide: false // one row of ten instead of a telephone block
    property int keyHeight: Size.mm(18)
    readonly property var order: pad.wide ? ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"] : ["1", "2", "3", "4", "5", "6", "7", "8", "9", "clear", "0", "back"]
    readonly property string spoken: ""

    signal digit(string text)
    signal backspace
    signal cleared

    columnSpacing: Size.gap
    columns: pad.wide ? 11 : 3
    rowSpacing: Size.gap

    Repeater {
        model: pad.wide ? [...pad.order, "back"] : pad.order

        KeyButton {
            required property string modelData
            readonly property bool isDigit: modelData.length === 1

            Accessible.name: isDigit ? modelData : modelData === "back" ? qsTr("Xóa một số") : qsTr("Xóa hết")
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.minimumHeight: Size.key
            Layout.preferredHeight: pad.keyHeight
            Layout.preferredWidth: Size.mm(24)
            activeFocusOnTab: true
            focusPolicy: Qt.TabFocus
            edgeWidth: Size.edge
            ground: isDigit ? Colour.surface : Colour.pressed
            iconName: modelData === "back" ? "backspace" : modelData === "clear" ? "trash" : ""
            objectName: `key-${modelData}`
            text: isDigit ? modelData : ""
            iconSide: Size.iconLarge
            textSize: Math.max(TypeScale.digits, Math.min(TypeScale.pixels(16), Math.round(height * 0.5)))
            onClicked: isDigit ? pad.digit(modelData) : modelData === "back" ? pad.backspace() : pad.cleared()
        }
    }
}
