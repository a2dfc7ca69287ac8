import QtQuick
import Kiosk.Style

// Any other action: ink on paper with an edge.
TouchButton {
    id: button

    property bool large: false // a page with little else on it

    iconSide: button.large ? Size.iconLarge : Size.icon
    implicitHeight: Math.max(button.large ? Size.mm(26) : Size.touch, button.implicitContentHeight + button.topPadding + button.bottomPadding)
    textSize: button.large ? TypeScale.heading : TypeScale.button
    textWeight: Font.Medium
}
