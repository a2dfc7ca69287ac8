pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Kiosk.Style
import "Folds.js" as Folds

// A column that may be longer than its place. It shows whole cards only: what does not fit comes with "Xem tiếp" on the
// next page. It drags under a finger, follows the focus, and what is shorter than its place may grow into it.
FocusScope {
    id: area

    default property alias content: column.data
    property alias spacing: column.spacing
    property bool centred: false // what is shorter than its place stands in the middle
    property bool stretched: false // what is shorter than its place fills it: items with Layout.fillHeight grow
    readonly property bool overflows: column.implicitHeight + 2 * flick.ring > area.height + 1
    readonly property real room: area.overflows && !area.beside ? area.height - pager.height - Size.gap : area.height
    readonly property bool more: area.overflows && flick.contentY + area.fold < flick.contentHeight - Size.small
    readonly property bool paged: area.overflows
    property real fold: 0 // how much of the room shows whole cards; 0 before it is known
    property bool beside: false // once a width: on a low place above the keyboard the page buttons stand at the side
    readonly property bool low: area.height < Size.mm(75)

    function blocks(): var {
        const found = [];
        Folds.collect(column, column, Math.max(area.room * 0.2, Size.mm(45)), item => area.isWhole(item), item => area.isHeading(item), found);
        return found;
    }

    function isWhole(item: Item): bool {
        const held = item instanceof Together || item instanceof NoticeBand; // a longer one than the place is told in parts
        return item instanceof T.AbstractButton || item instanceof Text || (held && item.height < area.room);
    }

    function isHeading(item: Item): bool {
        const words = item as Words;
        return words !== null && words.strong && (words.heads || words.kind === TypeScale.Lead);
    }

    function foldNow() {
        column.ensurePolished();
        if (!area.overflows)
            flick.contentY = 0;
        area.fold = area.overflows && !flick.moving ? Folds.below(area.blocks(), flick.contentY - column.y, area.room) : area.room;
    }

    // Letters grew, the language changed: the page begins with a whole card again.
    function settle() {
        const top = flick.contentY - column.y + flick.ring;
        const blocks = area.overflows && !flick.moving && flick.contentY > 0 ? area.blocks() : [];
        if (blocks.length > 0 && top >= column.height)
            area.goTo(Folds.before(blocks, column.height, area.room));
        else if (blocks.some(one => one.top < top - 1 && one.bottom > top + 1 && one.bottom - one.top <= area.room))
            area.goTo(Folds.startOf(blocks, top));
        else
            area.foldNow();
    }

    function later() {
        soon.restart();
        again.enabled = true;
    }

    function toTop() {
        flick.contentY = 0;
        area.foldNow();
    }

    function goTo(top: real) {
        flick.contentY = area.overflows ? Math.max(0, top + column.y - flick.ring) : 0;
        area.foldNow();
    }

    function turn(pages: int) {
        const blocks = area.blocks();
        const top = flick.contentY - column.y;
        area.goTo(pages > 0 ? Folds.next(blocks, top + area.fold) : Folds.before(blocks, top, area.room));
    }

    function show(item: Item) {
        if (!area.overflows) // a fold that is not reckoned yet moves nothing
            return;
        area.foldNow();
        const top = item.mapToItem(column, 0, 0).y;
        const seen = flick.contentY - column.y;
        if (top < seen)
            area.goTo(Folds.before(area.blocks(), top + item.height, area.room));
        else if (top + item.height > seen + area.fold)
            area.goTo(Folds.startOf(area.blocks(), top));
    }

    function showFocused() {
        const focused = area.Window.activeFocusItem;
        let item = focused;
        while (item && item !== column)
            item = item.parent;
        if (item && focused !== column)
            area.show(focused);
    }

    implicitHeight: column.implicitHeight
    implicitWidth: column.implicitWidth
    onHeightChanged: Qt.callLater(area.showFocused) // the keyboard came up
    onOverflowsChanged: {
        if (!area.overflows)
            flick.contentY = 0;
        area.later();
    }
    onLowChanged: area.later()
    onRoomChanged: area.later()
    onVisibleChanged: area.later() // what is hidden has no cards
    onWidthChanged: { // another screen, or turned
        area.beside = false;
        area.later();
    }

    Timer { // when the layouts have settled
        id: soon

        interval: 0
        onTriggered: {
            area.beside = area.low && area.height > 2 * Size.touch + Size.gap && (area.overflows || area.beside);
            area.foldNow();
            again.enabled = true;
        }
    }

    Connections { // what lies deeper settles only with the frame
        id: again

        function onAfterAnimating() {
            again.enabled = false;
            area.settle();
        }

        enabled: false
        target: area.Window.window
    }

    Flickable {
        id: flick

        readonly property int ring: Size.focus + Size.focusGap

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.rightMargin: area.beside ? pager.width + Size.gap : 0
        anchors.top: parent.top
        bottomMargin: area.overflows ? area.room : 0 // the last page begins with a whole card too
        boundsBehavior: Flickable.StopAtBounds
        clip: area.overflows
        contentHeight: column.height + 2 * ring
        contentWidth: width
        height: !area.overflows ? area.height : area.fold > 0 ? Math.min(area.fold, area.room + 4) : area.room
        interactive: area.overflows
        onContentHeightChanged: area.later()
        onMovementStarted: area.fold = area.room
        onMovementEnded: area.goTo(Math.min(Folds.startOf(area.blocks(), flick.contentY - column.y), Folds.before(area.blocks(), column.height, area.room)))

        ColumnLayout {
            id: column

            height: area.stretched ? Math.max(implicitHeight, area.height - 2 * flick.ring) : implicitHeight
            spacing: Size.medium
            width: flick.width - 2 * flick.ring
            x: flick.ring
            y: area.centred && !area.overflows ? Math.max(flick.ring, Math.round((flick.height - height) / 2)) : flick.ring
            onImplicitHeightChanged: area.later()
        }
    }

    Pager {
        id: pager

        above: flick.contentY > 1
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        beside: area.beside
        height: area.beside ? area.height : implicitHeight
        width: area.beside ? Size.mm(18) : area.width
        below: area.more
        visible: area.overflows
        onTurned: pages => area.turn(pages)
    }

    Connections {
        function onActiveFocusItemChanged() {
            area.showFocused();
        }

        target: area.Window.window
    }
}
