import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style

// One of several actions that stand together: the first of them is the main one, deep red; each grows with the room.
TouchButton {
    id: action

    property bool first: false
    property bool narrow: false // four in a row of large letters: the icon stands above

    Layout.fillHeight: true
    Layout.fillWidth: true
    Layout.maximumHeight: Math.max(Size.mm(34), action.implicitHeight)
    Layout.preferredWidth: 1
    alignment: action.narrow ? Text.AlignHCenter : Text.AlignLeft
    edge: action.first ? Colour.mainEdge : Colour.edge
    ground: action.first ? Colour.main : Colour.surface
    groundPressed: action.first ? Colour.mainPressed : Colour.pressed
    iconSide: action.narrow ? Size.mm(7) : Size.mm(10)
    implicitHeight: Math.max(Size.touchLarge, action.implicitContentHeight + action.topPadding + action.bottomPadding)
    leftPadding: action.narrow ? Size.padding : Size.large
    letters: action.first ? Colour.mainLetters : Colour.ink
    stacked: action.narrow
    textWeight: action.first ? Font.DemiBold : Font.Medium
}
