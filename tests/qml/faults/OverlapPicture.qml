import QtQuick
import Kiosk.Components
import Kiosk.Style

// A sign drawn on the words beside it.
Rectangle {
    color: Colour.paper

    Words {
        id: sentence

        text: "Máy in hết giấy"
        x: Size.huge
        y: Size.huge
    }

    Icon {
        name: "warning"
        x: sentence.x + Size.medium
        y: sentence.y
    }
}
