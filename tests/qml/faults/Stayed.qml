import QtQuick
import Kiosk.Components
import Kiosk.Style

// A heading and a button of the bottom line that keep their letters, though no letter is small.
Rectangle {
    color: Colour.paper

    Words {
        font.pixelSize: TypeScale.pixels(6.4)
        kind: TypeScale.Heading
        text: "Tiêu đề không lớn theo"
        x: Size.huge
        y: Size.huge
    }

    ToolButton {
        text: "Quay lại"
        textSize: TypeScale.pixels(5.8)
        x: Size.huge
        y: Size.mm(60)
    }
}
