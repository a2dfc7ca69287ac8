import QtQuick
import Kiosk.Style

// One point behind its dot.
Item {
    id: point

    required property string text
    required property int letters
    readonly property real contentWidth: words.x + words.contentWidth

    height: words.contentHeight

    Rectangle {
        color: Colour.accent
        height: Math.round(point.letters * 0.36)
        radius: height / 2
        width: height
        y: Math.round(point.letters * 0.5)
    }

    Text {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: Math.round(point.letters * 0.8)
        anchors.right: parent.right
        color: Colour.ink
        font.family: TypeScale.family
        font.pixelSize: Math.max(1, point.letters)
        lineHeight: TypeScale.leading
        text: TypeScale.tied(point.text)
        textFormat: Text.PlainText
        wrapMode: Text.WordWrap
    }
}
