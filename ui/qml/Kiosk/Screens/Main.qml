pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// The one window. The session says which screen; the file that draws it has the screen's name.
Window {
    id: window

    required property ShellViewModel shell
    property var compiled: []
    property QtObject staffModel: null // the staff's side, made when it is first asked for
    property bool staffIn: false
    property Item held: null // what of the page had the focus last: a question over the page gives it back

    function turn() {
        page.setSource(window.shell.page, {
            shell: window.shell,
            model: window.shell.model
        });
        frame.page = page.item as Page;
        page.forceActiveFocus();
    }

    // The page before is taken away before anything of it changes; its picture fades over the page that comes, but
    // never the picture of a visit that has ended.
    function leave(forgetting: bool) {
        before.active = false;
        if (Motion.on && !forgetting && !window.staffIn) {
            window.shell.keepPicture();
            before.active = true;
        }
        page.source = "";
    }

    function remember() {
        let item = window.activeFocusItem;
        while (item && item !== frame)
            item = item.parent;
        if (item)
            window.held = window.activeFocusItem;
    }

    // The field that was being filled in goes on where it was left, with its keyboard.
    function giveBack() {
        if (!frame.enabled)
            return;
        if (window.held && window.held.visible && window.held.enabled)
            window.held.forceActiveFocus();
        else
            page.forceActiveFocus();
    }

    // A question lies over the page; it is loaded when it is first asked.
    function ask(place: Loader, file: string) {
        if (place.status === Loader.Null)
            place.setSource(file, {
                shell: window.shell
            });
    }

    color: Colour.paper
    title: qsTr("Trạm hỗ trợ dịch vụ công")
    Component.onCompleted: window.turn()
    onStaffModelChanged: staffSide.setSource("StaffPages.qml", {
        staffModel: window.staffModel
    })
    onActiveFocusItemChanged: window.remember()
    onStaffInChanged: {
        if (window.staffIn)
            staffSide.forceActiveFocus();
    }

    PageFrame {
        id: frame

        anchors.fill: parent
        enabled: !window.shell.asking && !window.shell.askingToEnd && !window.staffIn
        visible: !window.staffIn
        onEnabledChanged: Qt.callLater(window.giveBack)

        Loader {
            id: page

            anchors.fill: parent
            focus: true
            objectName: "page"
        }
    }

    Loader {
        id: staffSide

        anchors.fill: parent
        visible: window.staffIn
    }

    Shortcut {
        sequence: "F12"
        onActivated: window.shell.callStaff()
    }

    Loader { // the picture of the page before, only as long as it fades
        id: before

        active: false
        anchors.fill: parent

        sourceComponent: Image {
            id: picture

            Accessible.ignored: true
            cache: false
            objectName: "pageBefore"
            source: "image://page/before"

            NumberAnimation {
                duration: Motion.page
                from: 1
                objectName: "fade"
                property: "opacity"
                running: true
                target: picture
                to: 0
                onFinished: before.active = false
            }
        }
    }

    Loader {
        id: end

        anchors.fill: parent
    }

    Loader {
        id: silence

        anchors.fill: parent
    }

    Timer { // compile the other pages one by one while nobody is there yet, so that the first visitor waits for none
        id: later

        property int next: 0
        readonly property var files: [...window.shell.pages, "EndDialog.qml", "SilenceQuestion.qml", "../Components/OnScreenKeyboard.qml"]

        interval: 40
        repeat: true
        running: true
        onTriggered: {
            window.compiled.push(Qt.createComponent(later.files[later.next], Component.Asynchronous, window));
            later.next += 1;
            if (later.next === later.files.length)
                stop();
        }
    }

    Connections {
        function onAskingChanged() {
            window.ask(silence, "SilenceQuestion.qml");
        }

        function onAskingToEndChanged() {
            window.ask(end, "EndDialog.qml");
        }

        function onReset() {
            Look.reset();
        }

        function onTurning(forgetting: bool) {
            window.leave(forgetting);
        }

        function onTurned() {
            window.turn();
        }

        target: window.shell
    }

    Connections {
        function onLanguageChanged() {
            window.shell.chooseLanguage(Look.language);
        }

        target: Look
    }

    Connections {
        function onSaid(texts: var) {
            window.shell.say(texts);
        }

        function onSilenced() {
            window.shell.beSilent();
        }

        target: Voice
    }
}
