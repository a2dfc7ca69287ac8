import QtQuick
import Kiosk.Components
import Kiosk.Style

// A button of 8 mm.
Rectangle {
    color: Colour.paper

    TouchButton {
        Accessible.name: "Xem"
        height: Size.mm(8)
        spoken: ""
        text: ""
        width: Size.touch
        x: Size.huge
        y: Size.huge
    }
}
