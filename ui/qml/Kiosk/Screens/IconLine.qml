import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style

// One line of text with an icon before it.
RowLayout {
    id: line

    required property string iconName
    required property string text
    property bool large: false
    property bool huge: false // a page with little else on it
    property bool far: false // read from across the room

    spacing: Size.medium

    Icon {
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: Math.max(0, Math.round((TypeScale.bodyLine - side) / 2))
        name: line.iconName
        side: Math.max(Size.mm(line.huge ? 9 : 7), Math.round(TypeScale.bodyLine * 0.85))
        tint: Colour.accent
    }

    Words {
        Layout.fillWidth: true
        Accessible.name: line.text
        kind: line.far ? TypeScale.Title : line.huge ? TypeScale.Heading : line.large ? TypeScale.Lead : TypeScale.Body
        strong: false
        spoken: line.text
        text: TypeScale.tied(line.text)
    }
}
