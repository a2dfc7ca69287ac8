import QtQuick
import Kiosk.Style

// Says that help may be called, and has no button for it.
Rectangle {
    property int stepCount: 0
    property bool canCallHelp: true

    color: Colour.paper
}
