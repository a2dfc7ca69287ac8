import QtQuick
import Kiosk.Style

// One key. It never takes the focus, or the field it writes into would lose it; so Tab passes it by.
TouchButton {
    id: key

    property real units: 1 // width in keys
    readonly property bool touchOnly: true // the physical keyboard has its own

    activeFocusOnTab: false
    edge: Colour.edge
    edgeWidth: Size.line
    focusPolicy: Qt.NoFocus
    iconSide: Size.mm(7)
    implicitHeight: Size.key
    leftPadding: 0
    repeatable: true
    rightPadding: 0
    bottomPadding: 0
    topPadding: 0
    spoken: ""
    textSize: TypeScale.pixels(key.text.length > 9 ? 4.8 : 5.2) // a long word in another language
    textWeight: Font.Medium
}
