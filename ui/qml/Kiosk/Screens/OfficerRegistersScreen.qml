pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Forms
import Kiosk.Style
import Kiosk.Visit

// Pages of civil-status registers: which register, the page, its index typed twice, both side by side, onto the stick.
StaffScreen {
    id: screen

    required property RegistersViewModel model
    readonly property bool choosing: screen.model.stage === Register.Stage.KIND
    readonly property bool looking: screen.model.stage === Register.Stage.PAGE
    readonly property bool typing: screen.model.stage === Register.Stage.FIRST || screen.model.stage === Register.Stage.AGAIN
    readonly property bool again: screen.model.stage === Register.Stage.AGAIN
    readonly property bool comparing: screen.model.stage === Register.Stage.COMPARE
    property string draft: ""

    function headingWords(): string {
        if (screen.choosing)
            return qsTr("Quét sổ nào?");
        if (screen.looking)
            return screen.model.busy ? qsTr("Đang làm, chờ một chút") : screen.model.page > 0 ? qsTr("Xem trang vừa quét") : qsTr("Đặt trang sổ lên kính");
        if (screen.typing)
            return screen.again ? qsTr("Nhập lại lần hai: %1").arg(screen.model.label) : screen.model.label;
        return screen.model.differing > 0 ? qsTr("Hai lần nhập còn %n ô khác nhau", "", screen.model.differing) : qsTr("Hai lần nhập khớp nhau");
    }

    function mainWords(): string {
        if (screen.looking)
            return screen.model.unlisted ? qsTr("Ghi lại danh sách") : screen.model.page > 0 ? qsTr("Nhập chỉ mục") : qsTr("Quét trang này");
        if (screen.typing)
            return qsTr("Tiếp tục");
        return screen.comparing ? qsTr("Ghi vào USB") : "";
    }

    function mayGoOn(): bool {
        if (screen.looking)
            return !screen.model.busy && (screen.model.unlisted || screen.model.page === 0 || screen.model.mayIndex);
        return screen.typing || screen.model.mayWrite;
    }

    function goOn() {
        if (screen.typing)
            screen.model.give(screen.draft);
        else if (screen.comparing)
            screen.model.write();
        else if (screen.model.unlisted)
            screen.model.writeList();
        else if (screen.model.page > 0)
            screen.model.beginIndex();
        else
            screen.model.scan();
    }

    function keyboardOf(asked: int): int {
        switch (asked) {
        case Register.Field.BOOK:
            return KeyPanel.Date;
        case Register.Field.PAGE:
        case Register.Field.YEAR:
            return KeyPanel.Digits;
        case Register.Field.NUMBER:
            return KeyPanel.PaperNumber;
        }
        return KeyPanel.Letters;
    }

    function turnField() {
        screen.draft = screen.model.value;
        if (screen.typing)
            entry.field.forceActiveFocus();
    }

    heading: screen.headingWords()
    keyboard: screen.typing ? screen.keyboardOf(screen.model.asked) : KeyPanel.None
    mainEnabled: screen.mayGoOn()
    mainIcon: screen.looking && screen.model.page === 0 && !screen.model.unlisted ? "scanner" : "arrow-right"
    mainText: screen.mainWords()
    place: screen.model.register.length > 0 ? qsTr("Cán bộ · %1").arg(screen.model.register) : qsTr("Cán bộ · Quét sổ hộ tịch")
    Component.onCompleted: screen.turnField()
    onMainAsked: screen.goOn()

    Connections {
        function onFieldTurned() {
            screen.turnField();
        }

        target: screen.model
    }

    ScrollColumn {
        anchors.fill: parent
        spacing: Size.gap
        visible: screen.choosing

        NoticeBand {
            Layout.fillWidth: true
            kind: NoticeBand.Error
            text: screen.model.remedy
            title: screen.model.trouble
            visible: screen.model.trouble.length > 0
        }

        NoticeBand {
            Layout.fillWidth: true
            kind: NoticeBand.Warning
            text: qsTr("Loại sổ và cách đặt tên tệp chưa xác minh, hỏi Sở Tư pháp.")
            visible: screen.model.unconfirmed
        }

        Repeater {
            model: screen.model.kinds

            RowDelegate {
                required property int index
                required property string name
                required property string short

                Layout.fillWidth: true
                detail: short
                iconName: "paper"
                text: name
                verbatim: true
                onClicked: screen.model.choose(index)
            }
        }
    }

    OfficerRegisterPage {
        anchors.fill: parent
        model: screen.model
        portrait: screen.portrait
        visible: screen.looking
    }

    ScrollColumn {
        anchors.fill: parent
        spacing: Size.gap
        visible: screen.typing

        Words {
            Layout.fillWidth: true
            kind: TypeScale.Chrome
            quiet: true
            text: screen.again ? qsTr("Ô %1 trên %2 · lần hai, không xem lần đầu").arg(screen.model.step).arg(screen.model.steps) : qsTr("Ô %1 trên %2 · lần đầu").arg(screen.model.step).arg(screen.model.steps)
        }

        TextEntry {
            id: entry

            Layout.fillWidth: true
            error: screen.model.error
            hint: screen.model.hint
            label: ""
            layout: screen.keyboardOf(screen.model.asked)
            maximumLength: screen.model.longest > 0 ? screen.model.longest : 120
            name: screen.model.label
            tall: screen.portrait && screen.model.error.length === 0
            value: screen.draft
            onAccepted: screen.goOn()
            onEdited: value => screen.draft = value
        }

        QuietButton {
            iconName: "arrow-left"
            text: screen.again || screen.model.step > 1 ? qsTr("Ô trước") : qsTr("Xem lại trang")
            onClicked: screen.model.stepBack()
        }
    }

    OfficerRegisterIndex {
        anchors.fill: parent
        model: screen.model
        visible: screen.comparing
    }
}
