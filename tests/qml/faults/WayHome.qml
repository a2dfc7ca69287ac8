import QtQuick
import Kiosk.Style

// Says that one may go home, and has no button for it.
Rectangle {
    property int stepCount: 0
    property bool canCallHelp: false
    property bool canGoHome: true

    color: Colour.paper
}
