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
    readonly property bool overflows: list.contentHeight > list.height + 1

    function turn(pages: int) {
        const top = list.originY;
        const bottom = top + list.contentHeight - list.height;
        list.contentY = Math.max(top, Math.min(list.contentY + pages * (list.height - Size.huge), bottom));
    }

    function toTop() {
        list.positionViewAtBeginning();
    }

    ListView {
        id: list

        Accessible.name: paged.name
        Accessible.role: Accessible.List
        Keys.onEnterPressed: (list.currentItem as T.AbstractButton)?.click()
        Keys.onReturnPressed: (list.currentItem as T.AbstractButton)?.click()
        activeFocusOnTab: true
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Size.focus + Size.focusGap
        anchors.right: paged.overflows ? pager.left : parent.right
        anchors.rightMargin: paged.overflows ? Size.gap + Size.focus : Size.focus + Size.focusGap
        anchors.top: parent.top
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0 // rows made ahead are made in the background, and a page left meanwhile would complain
        clip: paged.overflows
        highlightMoveDuration: Motion.quick
        highlightMoveVelocity: -1
        spacing: Size.gap

        Behavior on contentY {
            enabled: Motion.on && !list.moving

            NumberAnimation {
                duration: Motion.quick
            }
        }
    }

    Words {
        anchors.centerIn: parent
        horizontalAlignment: Text.AlignHCenter
        kind: Words.Lead
        quiet: true
        text: paged.emptyText
        visible: list.count === 0 && paged.emptyText.length > 0
        width: parent.width - 2 * Size.margin
    }

    Loader {
        id: pager

        active: paged.overflows
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Size.focus + Size.focusGap
        visible: paged.overflows

        sourceComponent: Pager {
            above: !list.atYBeginning
            below: !list.atYEnd
            columns: paged.height < 2 * Size.touch + Size.gap ? 2 : 1
            onTurned: pages => paged.turn(pages)
        }
    }
}
