import QtQuick
import Kiosk.Style

// The one main action of a screen: deep red, large, a verb and a noun.
TouchButton {
    id: button

    property bool waiting: false

    edge: Colour.mainEdge
    enabled: !button.waiting
    ground: Colour.main
    groundPressed: Colour.mainPressed
    iconAfter: true
    iconName: "arrow-right"
    implicitHeight: Math.max(Size.touchLarge, button.implicitContentHeight + button.topPadding + button.bottomPadding)
    leftPadding: Size.large
    letters: Colour.mainLetters
    rightPadding: Size.large
}
