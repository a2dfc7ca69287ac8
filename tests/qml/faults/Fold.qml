import QtQuick
import Kiosk.Components
import Kiosk.Style

// The second button is half below the fold.
Rectangle {
    color: Colour.paper

    Flickable {
        clip: true
        contentHeight: Size.mm(60)
        height: Size.mm(30)
        width: parent.width

        Column {
            spacing: Size.gap

            QuietButton {
                text: "Xem được"
            }

            QuietButton {
                text: "Bị cắt"
            }
        }
    }
}
