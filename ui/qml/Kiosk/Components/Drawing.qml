import QtQuick
import Kiosk.Style

// One line drawing of assets/illustrations (240 x 180 units), in the colours of the theme.
Item {
    id: drawing

    required property string name
    property color ink: Colour.ink
    property color accent: Colour.accent
    property color soft: Colour.soft
    property color ground: Colour.surface
    readonly property real stroke: Math.max(1.8, Math.min(4, 4 * Size.mm(52) / Math.max(1, Math.min(drawing.settled.width, drawing.settled.height * 4 / 3)))) // large drawings keep a fine line
    readonly property string address: drawing.name.length === 0 ? "" : [drawing.name, drawing.ink, drawing.accent, drawing.soft, drawing.ground].map(part => String(part).replace("#", "")).join("/") + `/${drawing.stroke.toFixed(1)}`

    property size settled: Qt.size(0, 0) // a page tries up to nine sizes before its first frame; each would be drawn

    Accessible.ignored: true
    implicitHeight: Size.mm(33)
    implicitWidth: Size.mm(44)

    Image {
        anchors.fill: parent
        fillMode: Image.PreserveAspectFit
        source: drawing.address.length > 0 && drawing.settled.width > 0 && drawing.settled.height > 0 ? `image://drawing/${drawing.address}` : ""
        sourceSize: drawing.settled
    }

    Connections { // the layouts have settled, the frame is not painted yet
        function onAfterAnimating() {
            drawing.settled = Qt.size(drawing.width, drawing.height);
        }

        enabled: drawing.settled.width !== drawing.width || drawing.settled.height !== drawing.height
        target: drawing.Window.window
    }
}
