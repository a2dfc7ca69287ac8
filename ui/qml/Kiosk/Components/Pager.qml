import QtQuick
import Kiosk.Style

// The two large buttons beside a long list or text: one page up, one page down.
Grid {
    id: pager

    required property bool above // something lies above
    required property bool below

    signal turned(int pages)

    spacing: Size.gap

    TouchButton {
        readonly property bool touchOnly: true // with the keyboard the list follows the focus

        Accessible.name: qsTr("Xem phần trên")
        activeFocusOnTab: false
        enabled: pager.above
        focusPolicy: Qt.NoFocus
        iconName: "arrow-up"
        repeatable: true
        spoken: ""
        text: ""
        onClicked: pager.turned(-1)
    }

    TouchButton {
        readonly property bool touchOnly: true // with the keyboard the list follows the focus

        Accessible.name: qsTr("Xem phần dưới")
        activeFocusOnTab: false
        edge: pager.below ? Colour.accent : Colour.edge
        enabled: pager.below
        focusPolicy: Qt.NoFocus
        iconName: "arrow-down"
        repeatable: true
        spoken: ""
        text: ""
        onClicked: pager.turned(1)
    }
}
