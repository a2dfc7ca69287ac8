import QtQuick
import Kiosk.Components
import Kiosk.Style

// Looks like the field it leads to: touching it opens the search screen with the keyboard.
TouchButton {
    alignment: Text.AlignLeft
    edgeWidth: Size.edge * 1.5
    iconName: "search"
    implicitHeight: Math.max(Size.touchLarge, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: Size.large
    textWeight: Font.Normal
}
