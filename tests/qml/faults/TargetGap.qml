import QtQuick
import Kiosk.Components
import Kiosk.Style

// Two buttons 1 mm apart.
Rectangle {
    color: Colour.paper

    Row {
        spacing: Size.tiny
        x: Size.huge
        y: Size.huge

        QuietButton {
            text: "Trước"
        }

        QuietButton {
            text: "Sau"
        }
    }
}
