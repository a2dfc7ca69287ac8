import QtQuick
import Kiosk.Style

// The visible focus: a ring outside its control with a gap of paper between, so it shows on any ground.
Rectangle {
    id: ring

    required property bool shown

    anchors.fill: parent
    anchors.margins: -(Size.focus + Size.focusGap)
    border.color: Colour.focus
    border.width: Size.focus
    color: "transparent"
    radius: Size.radius + Size.focus + Size.focusGap
    visible: ring.shown
    z: 10
}
