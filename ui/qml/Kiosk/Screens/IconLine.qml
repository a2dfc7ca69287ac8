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

    spacing: Size.medium

    Icon {
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: Size.tiny
        name: line.iconName
        side: Size.mm(7)
        tint: Colour.accent
    }

    Words {
        Layout.fillWidth: true
        kind: line.large ? Words.Lead : Words.Body
        text: line.text
    }
}
