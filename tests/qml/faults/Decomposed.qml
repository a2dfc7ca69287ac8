import QtQuick
import Kiosk.Components
import Kiosk.Style

// Marks apart from their letters.
Rectangle {
    color: Colour.paper

    Words {
        text: "Vie\u0323\u0302t"
        x: Size.huge
        y: Size.huge
    }
}
