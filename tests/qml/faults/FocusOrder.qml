import QtQuick
import Kiosk.Components
import Kiosk.Style

// The focus goes down, up and down again.
Rectangle {
    color: Colour.paper

    QuietButton {
        text: "Một"
        x: Size.huge
        y: Size.huge
    }

    QuietButton {
        text: "Ba"
        x: Size.huge
        y: Size.huge * 9
    }

    QuietButton {
        text: "Hai"
        x: Size.huge
        y: Size.huge * 5
    }
}
