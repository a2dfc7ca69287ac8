import QtQuick
import Kiosk.Components
import Kiosk.Style

// A text shortened by three dots.
Rectangle {
    color: Colour.paper

    Words {
        elide: Text.ElideRight
        text: "Một câu dài bị cắt ngắn"
        width: Size.mm(30)
        wrapMode: Text.NoWrap
        x: Size.huge
        y: Size.huge
    }
}
