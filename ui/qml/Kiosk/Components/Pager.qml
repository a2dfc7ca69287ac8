import QtQuick
import QtQuick.Layouts
import Kiosk.Style

// The two large buttons below a long list or text, or beside a low one: one page on, one page back.
GridLayout {
    id: pager

    property bool beside: false // at the side of a low place: one above the other, without words
    readonly property bool flat: pager.beside && pager.height < 2 * Size.touch + Size.gap // no room for two: side by side
    required property bool above // something lies above
    required property bool below

    signal turned(int pages)

    columnSpacing: Size.gap
    columns: pager.beside && !pager.flat ? 1 : 2
    rowSpacing: Size.gap

    TouchButton {
        readonly property bool touchOnly: true // with the keyboard the list follows the focus

        Accessible.name: qsTr("Xem phần trên")
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.maximumWidth: pager.flat ? Size.mm(18) : pager.beside ? pager.width : Size.mm(26)
        Layout.preferredWidth: Size.mm(26)
        activeFocusOnTab: false
        enabled: pager.above
        focusPolicy: Qt.NoFocus
        iconName: "arrow-up"
        repeatable: true
        spoken: ""
        text: ""
        textSize: TypeScale.chrome
        onClicked: pager.turned(-1)
    }

    TouchButton {
        readonly property bool touchOnly: true // with the keyboard the list follows the focus

        Accessible.name: qsTr("Xem tiếp")
        Layout.fillHeight: true
        Layout.fillWidth: true
        activeFocusOnTab: false
        edge: pager.below ? Colour.accent : Colour.edge
        edgeWidth: Size.edge * 1.5
        enabled: pager.below
        focusPolicy: Qt.NoFocus
        iconName: "arrow-down"
        repeatable: true
        spoken: ""
        text: pager.beside ? "" : qsTr("Xem tiếp")
        textSize: TypeScale.chrome
        onClicked: pager.turned(1)
    }
}
