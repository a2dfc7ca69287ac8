import QtQuick

// A page with a frame of its own: the staff's pages, and pages that stand alone.
Page {
    id: screen

    default property alias content: frame.content
    readonly property alias low: frame.low

    PageFrame {
        id: frame

        anchors.fill: parent
        page: screen
    }
}
