import QtQuick
import Kiosk.Components
import Kiosk.Style

// A text wider than its button.
Rectangle {
    color: Colour.paper

    QuietButton {
        text: ""
        width: Size.mm(30)
        x: Size.huge
        y: Size.huge
        Accessible.name: "Xem"

        Words {
            anchors.verticalCenter: parent.verticalCenter
            text: "Một câu dài hơn cái nút"
            wrapMode: Text.NoWrap
        }
    }
}
