import QtQuick
import Kiosk.Components
import Kiosk.Style

// A note whose letters stay as they are, whatever size was chosen.
Rectangle {
    color: Colour.paper

    Words {
        font.pixelSize: TypeScale.pixels(4.8)
        text: "Chữ không lớn theo"
        x: Size.huge
        y: Size.huge
    }
}
