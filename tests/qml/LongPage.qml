import QtQuick
import QtQuick.Layouts
import Kiosk.Components

// A column whose one block is as tall as the test says, and may grow with the width it gets.
ScrollColumn {
    id: column

    property real blockHeight: 100
    property bool asTallAsWide: false

    Item {
        Layout.fillWidth: true
        Layout.preferredHeight: column.asTallAsWide ? column.height + (width - column.width) / 4 : column.blockHeight
    }
}
