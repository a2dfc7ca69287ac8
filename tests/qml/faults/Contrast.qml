import QtQuick
import Kiosk.Components
import Kiosk.Style

// Grey on paper.
Rectangle {
    color: Colour.paper

    Words {
        color: Colour.edge
        text: "Chữ mờ"
        x: Size.huge
        y: Size.huge
    }
}
