import QtQuick
import Kiosk.Style

// Asks nothing for a property: the engine warns.
Rectangle {
    id: screen

    property var nothing: null
    property bool asked: Look.theme >= 0 && screen.nothing.there === 1

    color: Colour.paper
}
