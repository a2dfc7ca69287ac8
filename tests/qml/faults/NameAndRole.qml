import QtQuick
import QtQuick.Templates as T
import Kiosk.Style

// A button without a name.
Rectangle {
    color: Colour.paper

    T.AbstractButton {
        Accessible.name: ""
        height: Size.touch
        text: ""
        width: Size.touch
        x: Size.huge
        y: Size.huge
    }
}
