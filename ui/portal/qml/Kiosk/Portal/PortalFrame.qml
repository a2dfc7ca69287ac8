pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Components
import Kiosk.PortalLink
import Kiosk.Style

// Around the official page: top line, guide beside it or below it, keyboard when a field of the page asks for it,
// bottom line, and what lies over everything. It knows no browser, so it can be looked at without one.
FocusScope {
    id: frame

    required property FilingViewModel portal
    property string pageAddress: ""
    property bool pageCanGoBack: false
    property int pageProgress: 100
    default property alias page: place.data
    readonly property bool portrait: frame.height > frame.width
    readonly property bool typing: keys.visible
    readonly property bool choosing: frame.portal.choosingFile || frame.portal.choosingRow
    readonly property bool open: frame.portal.front === Beside.PAGE || frame.portal.front === Beside.FILED
    readonly property bool free: frame.portal.ask === 0 && !frame.portal.asking && frame.portal.front !== Beside.ENDING

    // What is read aloud: the guide alone, never the page, and behind the curtain no value (it shows none).
    function readAloud() {
        Voice.stop();
        if (!frame.portal.asking)
            Voice.say(Voice.wordsOf(frame.open ? guide : front));
    }

    function mainText(): string {
        if (frame.portal.front === Beside.FILED)
            return qsTr("Xong, kết thúc");
        if (frame.portal.paying)
            return qsTr("Đóng cửa sổ thanh toán");
        if (frame.portal.filling)
            return qsTr("Đang điền %1/%2…").arg(frame.portal.done).arg(frame.portal.of);
        return frame.portal.canFill ? frame.portal.filledOnce ? qsTr("Điền lại giúp tôi") : qsTr("Điền giúp tôi") : "";
    }

    function act() {
        if (frame.portal.front === Beside.FILED)
            frame.portal.ended();
        else if (frame.portal.paying)
            frame.portal.popupLeft();
        else
            frame.portal.fillAsked();
    }

    Rectangle {
        anchors.fill: parent
        color: Colour.paper
    }

    TopLine {
        id: top

        // As high as it ever was: what it says while a page loads may need a second line, and the page below stays where it is.
        property real highest: 0

        anchors.left: parent.left
        anchors.right: parent.right
        height: Math.max(top.highest, top.implicitHeight)
        onImplicitHeightChanged: top.highest = Math.max(top.highest, top.implicitHeight)
        onWidthChanged: top.highest = 0
        low: frame.typing
        place: frame.portal.host.length > 0 ? qsTr("Trang chính thức: %1").arg(frame.portal.host.replace(/\.(?=[^.]*\.[^.]*\.)/g, ".\u200b")) : qsTr("Trang chính thức") // a long host is broken behind a dot, its last three names stay together
        step: frame.pageProgress < 100 ? qsTr("Đang tải %1 %").arg(frame.pageProgress) : ""
    }

    Loader {
        id: sound

        active: Look.sound && !frame.typing
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: top.bottom
        height: active ? implicitHeight : 0

        sourceComponent: SoundLine {
            onAgainAsked: frame.readAloud()
        }
    }

    Item {
        id: place

        // Never another, whatever stands in the bottom line: a page that moves under a finger is tapped in the wrong place.
        readonly property real share: 0.5
        readonly property real foot: Math.max(bottom.height, Size.touchLarge + 2 * Size.mm(3))

        anchors.left: parent.left
        anchors.top: sound.bottom
        clip: true
        enabled: frame.open && frame.free && !frame.choosing
        focus: true
        height: frame.typing ? keys.y - y - (frame.portrait ? strip.height : 0) : frame.portrait ? Math.round((frame.height - y) * place.share) : frame.height - place.foot - y
        visible: frame.open
        width: frame.portrait ? frame.width : Math.round(frame.width * 0.62)
    }

    Rectangle { // between page and guide
        color: Colour.accent
        height: frame.portrait ? Size.edge : place.height
        visible: frame.open
        width: frame.portrait ? frame.width : Size.edge
        x: frame.portrait ? 0 : place.width
        y: frame.portrait ? place.y + place.height : place.y
    }

    Loader { // made while nobody waits, at the latest when a page is asked for
        id: guide

        active: frame.portal.front !== Beside.STANDBY || rest.over
        anchors.bottom: frame.typing && !frame.portrait ? keys.top : bottom.top
        anchors.left: frame.portrait ? parent.left : place.right
        anchors.margins: Size.edge
        anchors.right: parent.right
        anchors.top: frame.portrait ? place.bottom : sound.bottom
        enabled: frame.free
        visible: frame.open && !frame.choosing && !(frame.portrait && frame.typing)

        sourceComponent: GuidePanel {
            canGoBack: frame.pageCanGoBack
            portal: frame.portal
            typing: frame.typing
        }
    }

    Timer {
        id: rest

        property bool over: false

        interval: 300
        running: true
        onTriggered: rest.over = true
    }

    Rectangle { // upright, while the keyboard takes the guide's room: the next value stays in sight
        id: strip

        anchors.bottom: keys.top
        anchors.left: parent.left
        anchors.right: parent.right
        color: Colour.surface
        height: visible ? hand.implicitHeight + 2 * Size.small : 0
        visible: frame.typing && frame.portrait && frame.portal.secrecy === EntryStates.OPEN && hand.any

        ValueByHand {
            id: hand

            anchors.left: parent.left
            anchors.leftMargin: Size.margin
            anchors.right: parent.right
            anchors.rightMargin: Size.margin
            anchors.verticalCenter: parent.verticalCenter
            compact: true
            portal: frame.portal
        }
    }

    FirstNeeded {
        anchors.bottom: bottom.top
        anchors.left: guide.left
        anchors.right: parent.right
        anchors.top: guide.top
        needed: frame.portal.choosingFile && frame.open

        sourceComponent: FilePanel {
            portal: frame.portal
        }
    }

    FirstNeeded {
        anchors.bottom: bottom.top
        anchors.left: guide.left
        anchors.right: parent.right
        anchors.top: guide.top
        needed: frame.portal.choosingRow && frame.open

        sourceComponent: RowPanel {
            portal: frame.portal
        }
    }

    Item {
        id: front

        anchors.bottom: bottom.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: sound.bottom
        visible: !frame.open

        FirstNeeded {
            anchors.fill: parent
            needed: frame.portal.front === Beside.FAULT

            sourceComponent: FaultFront {
                portal: frame.portal
            }
        }

        Words {
            anchors.centerIn: parent
            horizontalAlignment: Text.AlignHCenter
            kind: TypeScale.Title
            text: frame.portal.front === Beside.ENDING ? qsTr("Đang đăng xuất khỏi trang chính thức…") : qsTr("Đang mở trang chính thức…")
            visible: frame.portal.front === Beside.ENDING || frame.portal.front === Beside.STANDBY
            width: parent.width - 2 * Size.margin
        }
    }

    FirstNeeded {
        id: keys

        property int layout: KeyPanel.Letters // as it leaves, it stays what it was

        anchors.bottom: bottom.top
        anchors.left: parent.left
        anchors.right: parent.right
        height: visible ? implicitHeight : 0
        needed: frame.portal.keyboard !== KeyPanel.None && frame.open && frame.free && !frame.choosing

        sourceComponent: OnScreenKeyboard {
            layout: keys.layout
        }

        Binding {
            property: "layout"
            restoreMode: Binding.RestoreNone
            target: keys
            value: frame.portal.keyboard
            when: frame.portal.keyboard !== KeyPanel.None
        }
    }

    BottomLine {
        id: bottom

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        canCallHelp: false
        canEnd: frame.portal.front !== Beside.ENDING && frame.portal.front !== Beside.FILED // there the main button ends it
        canGoBack: frame.pageCanGoBack && frame.open && !frame.portal.filling && frame.portal.front !== Beside.FILED
        compact: frame.typing
        enabled: frame.free
        mainEnabled: !frame.portal.filling
        mainIcon: frame.portal.front === Beside.FILED ? "check" : frame.portal.paying ? "cross" : "edit"
        mainText: frame.open && !frame.choosing && !(frame.typing && !frame.portal.paying) ? frame.mainText() : ""
        onBackAsked: frame.portal.backAsked()
        onEndAsked: frame.portal.endAsked()
        onMainAsked: frame.act()
    }

    FirstNeeded {
        anchors.fill: parent
        needed: frame.portal.ask !== 0
        z: (item as Item)?.z ?? 0

        sourceComponent: PageQuestion {
            portal: frame.portal
        }
    }

    FirstNeeded {
        anchors.fill: parent
        needed: frame.portal.asking
        z: (item as Item)?.z ?? 0

        sourceComponent: SilenceDialog {
            secondsLeft: frame.portal.secondsLeft
            text: qsTr("Hết giờ, máy đăng xuất và đóng trang. Phần chưa lưu trên trang sẽ mất.")
            visible: frame.portal.asking
            onLeftNow: frame.portal.ended()
            onStayed: frame.portal.stayed()
        }
    }

    Connections {
        function onStepChanged() {
            Qt.callLater(frame.readAloud);
        }

        function onFrontChanged() {
            Qt.callLater(frame.readAloud);
        }

        target: frame.portal
    }

    Connections {
        function onTextSizeChanged() {
            top.highest = 0;
        }

        function onSoundChanged() {
            if (Look.sound)
                frame.readAloud();
            else
                Voice.stop();
        }

        target: Look
    }

    Connections {
        function onSaid(texts: var) {
            frame.portal.said(texts);
        }

        function onSilenced() {
            frame.portal.silenced();
        }

        target: Voice
    }
}
