import QtQuick
import QtQuick.Templates as T
import Kiosk.Style

// A button that looks the same with and without the focus.
Rectangle {
    color: Colour.paper

    T.AbstractButton {
        Accessible.name: "Xem"
        Accessible.role: Accessible.Button
        activeFocusOnTab: true
        focusPolicy: Qt.StrongFocus
        height: Size.touch
        width: Size.touch
        x: Size.huge
        y: Size.huge

        background: Rectangle {
            color: Colour.main
        }
    }
}
