import QtQuick
import Kiosk.Components
import Kiosk.Style

// Stays Vietnamese in English.
Rectangle {
    color: Colour.paper

    Words {
        text: "Chưa dịch"
        x: Size.huge
        y: Size.huge
    }
}
