import QtQuick
import Kiosk.Components
import Kiosk.Style

// The circular is said as loud as the answer.
Rectangle {
    color: Colour.paper

    Words {
        kind: TypeScale.Lead
        text: "Theo Thông tư 116/2026/TT-BCA"
        x: Size.huge
        y: Size.huge
    }
}
