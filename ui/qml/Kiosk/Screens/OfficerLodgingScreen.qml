pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// Who stays here: the list, the next guest's card, one guest, the passphrase of the file; one of them in front.
StaffScreen {
    id: screen

    required property LodgingViewModel model
    readonly property var focused: screen.Window.activeFocusItem
    readonly property bool listing: screen.model.stage === Lodging.Stage.LIST
    readonly property bool atCard: screen.model.stage === Lodging.Stage.CARD
    readonly property bool atGuest: screen.model.stage === Lodging.Stage.GUEST

    function headingWords(): string {
        switch (screen.model.stage) {
        case Lodging.Stage.CARD:
            return qsTr("Thẻ của khách tiếp theo");
        case Lodging.Stage.GUEST:
            return screen.model.guestName.length > 0 ? qsTr("Khách: %1").arg(screen.model.guestName) : qsTr("Khách mới");
        case Lodging.Stage.SEAL:
            return qsTr("Mật khẩu của tệp");
        }
        return qsTr("Danh sách lưu trú: %1 khách").arg(screen.model.guestsListed);
    }

    function mainWords(): string {
        switch (screen.model.stage) {
        case Lodging.Stage.CARD:
            return qsTr("Đọc thẻ");
        case Lodging.Stage.GUEST:
            return qsTr("Ghi khách này");
        case Lodging.Stage.SEAL:
            return qsTr("Chép vào USB");
        }
        return qsTr("Đọc thẻ khách");
    }

    function goOn() {
        switch (screen.model.stage) {
        case Lodging.Stage.CARD:
            screen.model.desk.read();
            break;
        case Lodging.Stage.GUEST:
            screen.model.keep();
            break;
        case Lodging.Stage.SEAL:
            screen.model.takeAlong();
            break;
        default:
            screen.model.askCard();
        }
    }

    heading: screen.headingWords()
    keyboard: screen.focused && screen.focused.layout !== undefined ? screen.focused.layout : KeyPanel.None
    mainEnabled: screen.atCard ? screen.model.desk.complete && !screen.model.desk.waiting && !screen.model.desk.reading : screen.listing || screen.atGuest ? !screen.model.busy : screen.model.weakness.length === 0 && !screen.model.busy
    mainIcon: screen.listing || screen.atCard ? "card" : screen.atGuest ? "check" : "lock"
    mainText: screen.mainWords()
    place: qsTr("Cán bộ · Danh sách lưu trú")
    specimen: screen.model.specimen
    onMainAsked: screen.goOn()

    Loader {
        active: screen.atCard
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: back.visible ? back.bottom : parent.top
        anchors.topMargin: back.visible ? Size.gap : 0
        focus: active

        sourceComponent: OfficerCardDesk {
            desk: screen.model.desk
            portrait: screen.portrait
        }
    }

    QuietButton {
        id: back

        iconName: "arrow-left"
        text: qsTr("Thôi, về danh sách")
        visible: screen.atCard
        onClicked: screen.model.backToList()
    }

    Loader {
        active: screen.listing
        anchors.fill: parent
        focus: active

        sourceComponent: OfficerGuestRows {
            model: screen.model
            printing: screen.staffModel.printing
        }
    }

    Loader {
        active: screen.atGuest
        anchors.fill: parent
        focus: active

        sourceComponent: OfficerGuestForm {
            model: screen.model
        }
    }

    Loader {
        active: screen.model.stage === Lodging.Stage.SEAL
        anchors.fill: parent
        focus: active

        sourceComponent: OfficerPassphrase {
            model: screen.model
        }
    }
}
