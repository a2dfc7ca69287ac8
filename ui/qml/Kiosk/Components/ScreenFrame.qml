pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kiosk.Style

// The frame of every screen of a visit: top line, content, keyboard when a field asks for it, bottom line.
// It knows no flow: it says which button was asked for. Content anchors itself to the middle item.
FocusScope {
    id: frame

    required property string place // the service, or where in the product
    property int stepNumber: 0
    property int stepCount: 0
    property string heading: ""
    property string mainText: "" // empty: this screen has no main action
    property string mainIcon: "arrow-right"
    property bool mainEnabled: true
    property bool canGoBack: true
    property bool canGoHome: false
    property bool canEnd: true
    property bool canCallHelp: true
    property bool specimen: false
    property bool staff: false // staff texts are never spoken
    property int keyboard: OnScreenKeyboard.None

    readonly property bool portrait: frame.height > frame.width
    readonly property bool low: keys.visible && !frame.portrait // the keyboard leaves little room
    default property alias content: middle.data

    signal placeHeld // the name of the place was held for two seconds
    signal homeAsked
    signal backAsked
    signal helpAsked
    signal endAsked
    signal mainAsked

    function readAloud() {
        if (!frame.staff)
            Voice.say([frame.heading, ...Voice.wordsOf(middle)]);
    }

    Accessible.name: frame.heading.length > 0 ? frame.heading : frame.place
    Accessible.role: Accessible.Pane
    focus: true
    onKeyboardChanged: {
        if (frame.keyboard !== OnScreenKeyboard.None)
            keys.layout = frame.keyboard;
    }
    Component.onCompleted: {
        if (frame.keyboard !== OnScreenKeyboard.None)
            keys.layout = frame.keyboard;
        frame.readAloud();
    }
    Component.onDestruction: Voice.stop()

    Rectangle {
        anchors.fill: parent
        color: Colour.paper
    }

    TopLine {
        id: top

        anchors.left: parent.left
        anchors.right: parent.right
        canGoHome: frame.canGoHome
        low: frame.low
        place: frame.place
        onHomeAsked: frame.homeAsked()
        onPlaceHeld: frame.placeHeld()
        specimen: frame.specimen && frame.low
        step: frame.stepCount > 0 ? qsTr("Bước %1 trên %2").arg(frame.stepNumber).arg(frame.stepCount) : ""
    }

    SoundLine {
        id: sound

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: top.bottom
        height: visible ? implicitHeight : 0
        visible: Look.sound && !frame.staff
        onAgainAsked: frame.readAloud()
    }

    SpecimenBand {
        id: specimen

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: sound.bottom
        height: visible ? implicitHeight : 0
        visible: frame.specimen && !frame.low
    }

    Words {
        id: heading

        anchors.left: parent.left
        anchors.leftMargin: Size.margin
        anchors.right: parent.right
        anchors.rightMargin: Size.margin
        anchors.top: specimen.bottom
        anchors.topMargin: Size.medium
        kind: Words.Heading
        text: frame.heading
        visible: frame.heading.length > 0
    }

    Item {
        id: middle

        anchors.bottom: keys.visible ? keys.top : bottom.top
        anchors.bottomMargin: Size.medium
        anchors.left: parent.left
        anchors.leftMargin: Size.margin
        anchors.right: parent.right
        anchors.rightMargin: Size.margin
        anchors.top: heading.visible ? heading.bottom : specimen.bottom
        anchors.topMargin: Size.medium
    }

    Loader { // made when the first field asks for it: most screens never do, and it is half of a screen's items
        id: keys

        property int layout: OnScreenKeyboard.None // the last one asked for

        active: keys.layout !== OnScreenKeyboard.None
        anchors.bottom: bottom.top
        anchors.left: parent.left
        anchors.right: parent.right
        visible: frame.keyboard !== OnScreenKeyboard.None

        sourceComponent: OnScreenKeyboard {
            layout: keys.layout
            width: keys.width // known before the rows are made, or they would be made twice
        }
    }

    BottomLine {
        id: bottom

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        canCallHelp: frame.canCallHelp
        canEnd: frame.canEnd
        canGoBack: frame.canGoBack
        compact: frame.low
        mainEnabled: frame.mainEnabled
        mainIcon: frame.mainIcon
        mainText: frame.mainText
        onBackAsked: frame.backAsked()
        onEndAsked: frame.endAsked()
        onHelpAsked: frame.helpAsked()
        onMainAsked: frame.mainAsked()
    }

    Binding {
        property: "cramped"
        restoreMode: Binding.RestoreNone // the next screen says for itself
        target: Look
        value: frame.low
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
        running: true
    }
}
