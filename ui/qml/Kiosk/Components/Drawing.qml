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
    readonly property real stroke: Math.max(1.8, Math.min(4, 4 * Size.mm(52) / Math.max(1, Math.min(drawing.width, drawing.height * 4 / 3)))) // large drawings keep a fine line
    readonly property string address: [drawing.name, drawing.ink, drawing.accent, drawing.soft, drawing.ground].map(part => String(part).replace("#", "")).join("/") + `/${drawing.stroke.toFixed(1)}`

    Accessible.ignored: true
    implicitHeight: Size.mm(33)
    implicitWidth: Size.mm(44)

    Image {
        anchors.fill: parent
        fillMode: Image.PreserveAspectFit
        source: drawing.name.length > 0 && drawing.width > 0 && drawing.height > 0 ? `image://drawing/${drawing.address}` : ""
        sourceSize: Qt.size(drawing.width, drawing.height)
    }
}
