import QtQuick
import Kiosk.Components
import Kiosk.Style

// A fault told by red letters only.
Rectangle {
    color: Colour.paper

    Words {
        color: Colour.errorInk
        text: "Sai số"
        x: Size.huge
        y: Size.huge
    }
}
