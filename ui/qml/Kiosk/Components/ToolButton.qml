import QtQuick
import Kiosk.Style

// A button of the top or bottom line. Its letters grow a little with the chosen size, so that the lines keep their places.
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
