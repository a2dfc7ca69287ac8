import QtQuick
import Kiosk.Components
import Kiosk.Style

// Two rows, two buttons, one name: which one is meant?
Rectangle {
    color: Colour.paper

    QuietButton {
        text: "Xem"
        x: Size.huge
        y: Size.huge
    }

    QuietButton {
        text: "Xem"
        x: Size.huge
        y: Size.huge * 5
    }
}
