import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style

// One of the things that can be done with a scanned page: as wide as its column, and taller where the page has room.
QuietButton {
    Layout.fillHeight: true
    Layout.fillWidth: true
    Layout.maximumHeight: Math.max(implicitHeight, Size.mm(34))
}
