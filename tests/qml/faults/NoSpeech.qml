import QtQuick
import Kiosk.Style

// A text that no voice reads.
Rectangle {
    color: Colour.paper

    Text {
        color: Colour.ink
        font.family: TypeScale.family
        font.pixelSize: TypeScale.body
        text: "Không ai đọc câu này"
        x: Size.huge
        y: Size.huge
    }
}
