import QtQuick
import Kiosk.Components
import Kiosk.Style

// Staff letters on a citizen's screen.
Rectangle {
    color: Colour.paper

    Words {
        kind: TypeScale.Staff
        text: "Chữ nhỏ quá"
        x: Size.huge
        y: Size.huge
    }
}
