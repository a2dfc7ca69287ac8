import QtQuick
import Kiosk.Components
import Kiosk.Style

// A button that Tab passes by.
Rectangle {
    color: Colour.paper

    QuietButton {
        activeFocusOnTab: false
        focusPolicy: Qt.ClickFocus
        text: "Xem"
        x: Size.huge
        y: Size.huge
    }
}
