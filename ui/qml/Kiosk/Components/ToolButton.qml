import QtQuick
import Kiosk.Style

// A button of the top or bottom line. Its letters do not grow, so the lines keep their places at every text size.
TouchButton {
    id: button

    property bool on: false

    Accessible.checkable: false
    edge: button.on ? Colour.accent : Colour.hairline
    ground: button.on ? Colour.pressed : Colour.surface
    iconSide: Size.mm(7)
    leftPadding: Size.mm(3)
    rightPadding: Size.mm(3)
    textSize: TypeScale.chrome
    textWeight: Font.Medium
}
