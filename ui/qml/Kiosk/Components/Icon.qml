import QtQuick
import Kiosk.Style

// One icon of assets/icons in one colour. Decoration: the word beside it carries the name.
Image {
    id: icon

    required property string name
    property color tint: Colour.ink
    property real side: Size.icon

    Accessible.ignored: true
    fillMode: Image.Pad
    source: icon.name.length > 0 ? `image://icon/${icon.name}/${String(icon.tint).slice(-6)}` : ""
    sourceSize: Qt.size(icon.side, icon.side)
}
