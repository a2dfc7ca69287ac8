import QtQuick
import Kiosk.Components
import Kiosk.Style

// Two texts on one place.
Rectangle {
    color: Colour.paper

    Words {
        text: "Câu thứ nhất"
        x: Size.huge
        y: Size.huge
    }

    Words {
        text: "Câu thứ hai"
        x: Size.huge + Size.small
        y: Size.huge + Size.tiny
    }
}
