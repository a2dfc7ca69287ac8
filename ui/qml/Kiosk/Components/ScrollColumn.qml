pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style

// A column that may be longer than its place: it drags under a finger, follows the focus, and shows two large
// page buttons as soon as something lies below or above.
FocusScope {
    id: area

    default property alias content: column.data
    property alias spacing: column.spacing
    property bool centred: false // what is shorter than its place stands in the middle
    property bool paged: false // part of its width is given away to the page buttons
    property bool regained: false // once a width: what needs pages only when it is wide would go to and fro for ever
    readonly property bool overflows: flick.contentHeight > flick.height + 1
    readonly property bool more: flick.contentY + flick.height < flick.contentHeight - Size.small

    function makeRoom() {
        column.ensurePolished();
        if (area.overflows) {
            area.paged = true;
        } else if (area.paged && !area.regained) { // it was only a height on its way to another
            area.regained = true;
            area.paged = false;
        }
    }

    function toTop() {
        flick.contentY = 0;
    }

    function show(item: Item) {
        const top = item.mapToItem(column, 0, 0).y - Size.medium;
        const bottom = top + item.height + 2 * Size.medium;
        if (top < flick.contentY)
            flick.contentY = Math.max(0, top);
        else if (bottom > flick.contentY + flick.height)
            flick.contentY = Math.max(0, Math.min(bottom - flick.height, flick.contentHeight - flick.height));
    }

    function showFocused() {
        const focused = area.Window.activeFocusItem;
        let item = focused;
        while (item && item !== column)
            item = item.parent;
        if (item && focused !== column)
            area.show(focused);
    }

    function turn(pages: int) {
        const target = flick.contentY + pages * (flick.height - Size.huge);
        flick.contentY = Math.max(0, Math.min(target, flick.contentHeight - flick.height));
    }

    onWidthChanged: { // another screen, or turned: give the width away anew
        area.paged = false;
        area.regained = false;
        Qt.callLater(area.makeRoom);
    }
    onHeightChanged: Qt.callLater(area.showFocused) // the keyboard came up
    implicitHeight: column.implicitHeight
    onOverflowsChanged: Qt.callLater(area.makeRoom)
    implicitWidth: column.implicitWidth

    Flickable {
        id: flick

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: area.paged ? pager.left : parent.right
        anchors.rightMargin: area.paged ? Size.gap : 0
        anchors.top: parent.top
        boundsBehavior: Flickable.StopAtBounds
        clip: area.overflows
        contentHeight: column.implicitHeight + 2 * ring
        contentWidth: width
        interactive: area.overflows

        readonly property int ring: Size.focus + Size.focusGap

        Behavior on contentY {
            enabled: Motion.on && !flick.moving

            NumberAnimation {
                duration: Motion.quick
            }
        }

        ColumnLayout {
            id: column

            spacing: Size.medium
            width: flick.width - 2 * flick.ring
            x: flick.ring
            y: area.centred ? Math.max(flick.ring, Math.round((flick.height - height) / 2)) : flick.ring
        }
    }

    Loader {
        id: pager

        active: area.paged
        anchors.right: parent.right
        anchors.top: parent.top
        enabled: area.overflows
        opacity: area.overflows ? 1 : 0

        sourceComponent: Pager {
            above: flick.contentY > 1
            below: area.more
            columns: area.height < 2 * Size.touch + Size.gap ? 2 : 1 // side by side above the keyboard
            onTurned: pages => area.turn(pages)
        }
    }

    Connections {
        function onActiveFocusItemChanged() {
            area.showFocused();
        }

        target: area.Window.window
    }
}
