pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Components
import Kiosk.Visit

// The staff's side of the window, made when it is first asked for: the file that draws a page has the page's name.
FocusScope {
    id: side

    required property StaffViewModel staffModel

    function turn() {
        if (side.staffModel.file.length === 0) {
            page.source = "";
            return;
        }
        page.setSource(side.staffModel.file, {
            staffModel: side.staffModel,
            model: side.staffModel.model
        });
        page.forceActiveFocus();
    }

    Component.onCompleted: side.turn()

    Loader {
        id: page

        anchors.fill: parent
        enabled: !silence.asking && !leaving.asking
        focus: true
        onEnabledChanged: {
            if (page.enabled)
                page.forceActiveFocus();
        }
    }

    Loader { // the questions over the page are made when they are asked
        id: silence

        readonly property bool asking: side.staffModel.secondsLeft > 0

        active: silence.asking
        anchors.fill: parent

        sourceComponent: SilenceDialog {
            secondsLeft: side.staffModel.secondsLeft
            text: qsTr("Hết giờ, phần nhân viên sẽ đóng và xóa việc đang làm.")
            title: qsTr("Còn ai ở đây không?")
            visible: true
            onLeftNow: side.staffModel.leave()
            onStayed: side.staffModel.stay()
        }
    }

    Loader {
        id: leaving

        readonly property bool asking: side.staffModel.askingToLeave && !silence.asking

        active: leaving.asking
        anchors.fill: parent

        sourceComponent: ConfirmDialog {
            iconName: "leave"
            noText: qsTr("Ở lại làm tiếp")
            text: qsTr("Việc đang làm chưa xong. Đóng bây giờ thì máy xóa hết, không lấy lại được.")
            title: qsTr("Đóng phần nhân viên?")
            visible: true
            yesText: qsTr("Đóng và xóa")
            onAgreed: side.staffModel.leave()
            onRefused: side.staffModel.stay()
        }
    }

    Connections {
        function onTurned() {
            side.turn();
        }

        target: side.staffModel
    }
}
