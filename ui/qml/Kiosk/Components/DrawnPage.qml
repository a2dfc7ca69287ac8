import QtQuick
import QtQuick.Layouts
import Kiosk.Style

// A drawing and what is said with it: side by side on a wide page; on an upright one the drawing stands above, as
// large as the words leave it, and the words spread over the rest.
GridLayout {
    id: page

    required property bool upright
    required property string drawing // empty: the words have the page to themselves
    property real share: 0.5 // of a wide page, for the drawing
    default property alias content: column.content
    property alias spacing: column.spacing

    columnSpacing: Size.huge
    columns: page.upright ? 1 : 2
    rowSpacing: Size.large

    Drawing {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.maximumHeight: page.upright ? Math.min(page.width * 0.75, page.height * 0.6) : page.height
        Layout.preferredHeight: page.upright ? Layout.maximumHeight : implicitHeight
        Layout.preferredWidth: page.share * 100
        ground: Colour.paper
        name: page.drawing
        visible: page.drawing.length > 0
    }

    ScrollColumn {
        id: column

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.minimumHeight: page.upright ? Math.min(page.height * 0.7, implicitHeight + Size.medium) : 0
        Layout.preferredHeight: page.upright ? Layout.minimumHeight : implicitHeight
        Layout.preferredWidth: (1 - page.share) * 100
        centred: !page.upright && page.drawing.length > 0
        stretched: page.upright
    }
}
