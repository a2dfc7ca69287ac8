import QtQuick
import Kiosk.Components
import Kiosk.Style

// A word wider than its place goes on in the next line.
Rectangle {
    color: Colour.paper

    Words {
        text: "Giấy nghiêng"
        width: Size.mm(22)
        x: Size.huge
        y: Size.huge
    }
}
