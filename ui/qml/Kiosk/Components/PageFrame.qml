pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kiosk.Style

// The frame of every page: top line, sound, heading, keyboard when a field asks for it, bottom line. It stays while
// pages come and go inside it; the page in front says what it shows and hears which button was pressed.
Item {
    id: frame

    property Page page: null // the one in front; the one before stays known until the next is made
    readonly property bool portrait: frame.height > frame.width
    readonly property bool low: keys.visible && !frame.portrait // the keyboard leaves little room
    readonly property int between: frame.low ? Size.small : Size.medium // the heading and what stands above and below it
    readonly property bool staff: frame.page?.staff ?? true
    readonly property string said: frame.page?.heading ?? ""
    readonly property int keyboard: frame.page?.keyboard ?? KeyPanel.None
    default property alias content: middle.data
    property bool made: false // a page that brings its frame is complete only with it

    function readAloud() {
        if (!frame.staff)
            Voice.say([frame.said, ...Voice.wordsOf(middle)]);
    }

    function keepKeyboard() {
        if (frame.keyboard !== KeyPanel.None)
            keys.layout = frame.keyboard;
    }

    function arrive() {
        Voice.stop();
        arrival.restart();
        keys.panel?.pageLeft();
        frame.readAloud();
    }

    Component.onCompleted: {
        frame.made = true;
        if (frame.page)
            frame.arrive();
    }
    Component.onDestruction: Voice.stop()
    onKeyboardChanged: frame.keepKeyboard()
    onPageChanged: {
        if (frame.page && frame.made)
            frame.arrive();
    }

    Rectangle {
        anchors.fill: parent
        color: Colour.paper
    }

    TopLine {
        id: top

        anchors.left: parent.left
        anchors.right: parent.right
        canGoHome: frame.page?.canGoHome ?? false
        low: frame.low || !frame.portrait && frame.height <= Size.high
        place: frame.page?.place ?? ""
        specimen: specimen.wanted && frame.low
        step: strip.wanted && !strip.visible ? frame.page.sections[frame.page.section] : (frame.page?.stepCount ?? 0) > 0 ? qsTr("Bước %1 trên %2").arg(frame.page.stepNumber).arg(frame.page.stepCount) : ""
        onHomeAsked: frame.page.homeAsked()
        onPlaceHeld: frame.page.placeHeld()
    }

    Loader {
        id: sound

        active: Look.sound && !frame.staff
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: top.bottom
        height: active ? implicitHeight : 0

        sourceComponent: SoundLine {
            onAgainAsked: frame.readAloud()
        }
    }

    SpecimenBand {
        id: specimen

        readonly property bool wanted: frame.page?.specimen ?? false

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: sound.bottom
        height: visible ? implicitHeight : 0
        visible: specimen.wanted && !frame.low
    }

    SectionLine {
        id: strip

        readonly property bool wanted: (frame.page?.sections.length ?? 0) > 0

        anchors.left: parent.left
        anchors.leftMargin: Size.margin
        anchors.right: parent.right
        anchors.rightMargin: Size.margin
        anchors.top: specimen.bottom
        anchors.topMargin: visible ? Size.small : 0
        current: frame.page?.section ?? 0
        height: visible ? implicitHeight : 0
        names: frame.page?.sections ?? []
        visible: strip.wanted && !frame.low && (frame.portrait || frame.height > Size.high) // a low screen says it in the top line
    }

    Words {
        id: heading

        anchors.left: parent.left
        anchors.leftMargin: Size.margin
        anchors.right: parent.right
        anchors.rightMargin: Size.margin
        anchors.top: strip.bottom
        anchors.topMargin: frame.between
        Accessible.name: frame.said
        kind: TypeScale.Heading
        spoken: frame.said
        text: TypeScale.tied(frame.said)
        visible: frame.said.length > 0
    }

    Item {
        id: middle

        anchors.bottom: keys.visible ? keys.top : bottom.top
        anchors.bottomMargin: Math.max(Size.gap, frame.between)
        anchors.left: parent.left
        anchors.leftMargin: Size.margin
        anchors.right: parent.right
        anchors.rightMargin: Size.margin
        anchors.top: heading.visible ? heading.bottom : strip.bottom
        anchors.topMargin: frame.between
    }

    Loader { // loaded when the first field asks for it
        id: keys

        property int layout: KeyPanel.None // the last one asked for
        readonly property KeyPanel panel: keys.item as KeyPanel

        anchors.bottom: bottom.top
        anchors.left: parent.left
        anchors.right: parent.right
        visible: frame.keyboard !== KeyPanel.None
        onLayoutChanged: {
            if (keys.panel)
                keys.panel.layout = keys.layout;
            else
                keys.setSource("OnScreenKeyboard.qml", { // its width is known before its rows are made
                    layout: keys.layout,
                    room: Qt.binding(() => frame.height),
                    width: keys.width
                });
        }
    }

    BottomLine {
        id: bottom

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        canCallHelp: frame.page?.canCallHelp ?? false
        canEnd: frame.page?.canEnd ?? false
        canGoBack: frame.page?.canGoBack ?? false
        compact: frame.low
        mainEnabled: frame.page?.mainEnabled ?? false
        mainIcon: frame.page?.mainIcon ?? ""
        mainText: frame.page?.mainText ?? ""
        onBackAsked: frame.page.backAsked()
        onEndAsked: frame.page.endAsked()
        onHelpAsked: frame.page.helpAsked()
        onMainAsked: frame.page.mainAsked()
    }

    Binding {
        property: "cramped"
        restoreMode: Binding.RestoreNone // the next frame says for itself
        target: Look
        value: frame.low
        when: frame.visible
    }

    Connections {
        function onReadAsked() {
            frame.readAloud();
        }

        target: frame.page
    }

    Connections {
        function onLanguageChanged() {
            Qt.callLater(frame.readAloud);
        }

        function onSoundChanged() {
            if (Look.sound)
                frame.readAloud();
            else
                Voice.stop();
        }

        target: Look
    }

    Connections { // with the keyboard, each control is read as the focus reaches it
        function onActiveFocusItemChanged() {
            const focused = frame.Window.activeFocusItem as T.AbstractButton;
            if (focused && focused.visualFocus && !frame.staff)
                Voice.say([focused.Accessible.name]);
        }

        target: frame.Window.window
    }

    MouseArea { // the second tap of a double tap must not land on what has just appeared
        anchors.fill: parent
        enabled: arrival.running
        z: 100
    }

    Timer {
        id: arrival

        interval: Look.doubleTapGuard
    }
}
