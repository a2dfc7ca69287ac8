pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kiosk.Style

// A long list: drags under a finger, and has two large buttons that turn a page at a time. For the keyboard it is one
// stop: up and down go from row to row, Enter takes the row (its delegate says `pointed: activeFocus`).
FocusScope {
    id: paged

    property alias model: list.model
    property alias delegate: list.delegate
    property alias count: list.count
    property alias spacing: list.spacing
    property string emptyText: ""
    property string name: ""
    readonly property int ring: Size.focus + Size.focusGap
    readonly property bool overflows: list.contentHeight + 2 * paged.ring > paged.height + 1
    readonly property real room: paged.height - 2 * paged.ring - (paged.overflows && !paged.beside ? pager.height + Size.gap : 0)
    property bool beside: false // on a low place above the keyboard the page buttons stand at the side
    readonly property bool low: paged.height < Size.mm(75)
    property real fold: paged.room // how much of the room shows whole rows

    function foldNow() {
        let end = 0;
        for (let i = 0; paged.overflows && !list.moving && i < list.count; i++) {
            const row = list.itemAtIndex(i);
            const bottom = row ? row.y + row.height - list.contentY : 0;
            if (row && bottom > 1 && bottom <= paged.room)
                end = Math.max(end, bottom);
        }
        paged.fold = end > 0 ? end + 1 : paged.room;
    }

    function turn(pages: int) {
        const top = list.originY;
        const bottom = top + list.contentHeight - paged.room;
        const wanted = pages > 0 ? list.contentY + paged.fold + list.spacing : list.contentY - paged.room;
        list.contentY = Math.max(top, Math.min(wanted, bottom));
        list.returnToBounds();
        soon.restart();
    }

    function toTop() {
        list.positionViewAtBeginning();
        soon.restart();
    }

    onLowChanged: soon.restart()
    onOverflowsChanged: soon.restart()
    onRoomChanged: soon.restart()

    Timer { // when the rows have settled
        id: soon

        interval: 0
        onTriggered: {
            paged.beside = paged.low && paged.overflows;
            paged.foldNow();
        }
    }

    Item { // shows whole rows only, with room for the ring round them; the list behind it always fills its place
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.rightMargin: paged.beside ? pager.width + Size.gap - paged.ring + Size.focus : 0
        anchors.top: parent.top
        clip: paged.overflows
        height: (paged.overflows ? paged.fold : paged.room) + 2 * paged.ring

        ListView {
            id: list

            Accessible.name: paged.name
            Accessible.role: Accessible.List
            Keys.onEnterPressed: (list.currentItem as T.AbstractButton)?.click()
            Keys.onReturnPressed: (list.currentItem as T.AbstractButton)?.click()
            activeFocusOnTab: true
            anchors.left: parent.left
            anchors.margins: paged.ring
            anchors.right: parent.right
            anchors.top: parent.top
            height: paged.room
            boundsBehavior: Flickable.StopAtBounds
            cacheBuffer: 0 // rows made ahead are made in the background, and a page left meanwhile would complain
            highlightMoveDuration: Motion.quick
            highlightMoveVelocity: -1
            snapMode: ListView.SnapToItem
            spacing: Size.gap
            onContentHeightChanged: soon.restart()
            onCurrentIndexChanged: soon.restart()
            onMovementEnded: paged.foldNow()
            onMovementStarted: paged.fold = paged.room
        }
    }

    Words {
        anchors.centerIn: parent
        horizontalAlignment: Text.AlignHCenter
        kind: TypeScale.Lead
        quiet: true
        text: paged.emptyText
        visible: list.count === 0 && paged.emptyText.length > 0
        width: parent.width - 2 * Size.margin
    }

    Pager {
        id: pager

        above: !list.atYBeginning
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        beside: paged.beside
        height: paged.beside ? paged.height : implicitHeight
        width: pager.flat ? 2 * Size.mm(18) + Size.gap : paged.beside ? Size.mm(18) : paged.width
        below: !list.atYEnd
        visible: paged.overflows
        onTurned: pages => paged.turn(pages)
    }
}
