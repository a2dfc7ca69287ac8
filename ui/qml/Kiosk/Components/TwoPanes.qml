import QtQuick
import QtQuick.Layouts
import Kiosk.Style

// Two things, each filling its place: side by side in landscape, one above the other in portrait. `share` is the first one's part.
GridLayout {
    id: panes

    property real share: 0.5
    property Item first
    property Item second
    readonly property bool portrait: panes.height > panes.width

    columnSpacing: Size.large
    columns: panes.portrait ? 1 : 2
    rowSpacing: Size.medium

    Item {
        id: firstPlace

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredHeight: panes.portrait ? panes.height * panes.share : panes.height
        Layout.preferredWidth: panes.portrait ? panes.width : panes.width * panes.share
        children: panes.first ? [panes.first] : []
    }

    Item {
        id: secondPlace

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredHeight: panes.portrait ? panes.height * (1 - panes.share) : panes.height
        Layout.preferredWidth: panes.portrait ? panes.width : panes.width * (1 - panes.share)
        children: panes.second ? [panes.second] : []
    }

    Binding {
        property: "width"
        target: panes.first
        value: firstPlace.width
    }

    Binding {
        property: "height"
        target: panes.first
        value: firstPlace.height
    }

    Binding {
        property: "width"
        target: panes.second
        value: secondPlace.width
    }

    Binding {
        property: "height"
        target: panes.second
        value: secondPlace.height
    }
}
