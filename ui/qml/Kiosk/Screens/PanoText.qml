pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Style

// A heading and its points, as large as fills the room and no larger than `largest`; in the middle of it.
Item {
    id: block

    required property string heading
    property var points: []
    required property real largest // pixels of the heading
    required property real smallest // pixels of the points
    property real letters: block.largest

    // Room that one word needs is needed too: a word is never broken.
    function settle() {
        let size = block.largest;
        do {
            block.letters = size;
            size *= 0.96;
        } while (block.tooLarge() && 0.7 * size > block.smallest)
    }

    function tooLarge(): bool {
        let high = head.height;
        let wide = head.contentWidth;
        for (let i = 0; i < lines.count; ++i) {
            const line = lines.itemAt(i) as PanoPoint;
            if (line) {
                high += line.height + column.spacing;
                wide = Math.max(wide, line.contentWidth);
            }
        }
        return high > block.height || wide > block.width;
    }

    onHeadingChanged: later.restart()
    onHeightChanged: later.restart()
    onLargestChanged: later.restart()
    onPointsChanged: later.restart()
    onWidthChanged: later.restart()

    Timer { // once for all that changed together; it goes with the block, as a late call would not
        id: later

        interval: 0
        onTriggered: block.settle()
    }

    Column {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Math.round(block.letters * 0.45)

        Text {
            id: head

            color: Colour.ink
            font.family: TypeScale.family
            font.pixelSize: Math.max(1, Math.round(block.letters))
            font.weight: Font.Bold
            height: contentHeight
            lineHeight: TypeScale.leading
            text: TypeScale.tied(block.heading)
            textFormat: Text.PlainText
            width: parent.width
            wrapMode: Text.WordWrap
        }

        Repeater {
            id: lines

            model: block.points

            PanoPoint {
                required property string modelData

                letters: Math.round(block.letters * 0.7)
                text: modelData
                width: column.width
            }
        }
    }
}
