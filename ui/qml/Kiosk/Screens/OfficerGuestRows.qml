pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Forms
import Kiosk.Style
import Kiosk.Visit

// The lodging list: where it is, who is on it, what is still missing, and where the list goes.
ScrollColumn {
    id: rows

    required property LodgingViewModel model
    required property StaffPrintingViewModel printing
    readonly property bool ready: rows.model.complete && !rows.model.busy

    function leftWords(): string {
        if (rows.model.guestsListed === 0)
            return qsTr("Chưa có khách nào.");
        return rows.model.incomplete > 0 ? qsTr("%1 khách còn thiếu thông tin. Bấm vào từng khách để điền cho đủ, rồi mới in và chép được.").arg(rows.model.incomplete) : "";
    }

    spacing: Size.gap

    NoticeBand {
        Layout.fillWidth: true
        kind: NoticeBand.Error
        text: rows.model.remedy
        title: rows.model.trouble
        visible: rows.model.trouble.length > 0
    }

    NoticeBand {
        Layout.fillWidth: true
        kind: NoticeBand.Good
        text: qsTr("Rút USB được rồi. Trong đó có tệp %1.").arg(rows.model.copied)
        visible: rows.model.copied.length > 0
    }

    StaffPrintLine {
        Layout.fillWidth: true
        printing: rows.printing
    }

    NoticeBand {
        Layout.fillWidth: true
        kind: NoticeBand.Good
        text: qsTr("Mã hồ sơ: %1. Cán bộ ghi lại mã này.").arg(rows.model.dossier)
        title: qsTr("Trang chính thức đã nhận danh sách")
        visible: rows.model.dossier.length > 0
    }

    PageCard {
        Layout.fillWidth: true
        title: qsTr("Trang chính thức đang mở")
        visible: rows.model.filing

        Words {
            Layout.fillWidth: true
            text: qsTr("Cán bộ đăng nhập, bấm thêm người, rồi “Điền giúp tôi” cho từng khách. Lưu và nộp thì cán bộ tự bấm.")
        }

        QuietButton {
            iconName: "cross"
            text: qsTr("Đóng trang chính thức")
            onClicked: rows.model.closePage()
        }
    }

    PageCard {
        Layout.fillWidth: true
        title: qsTr("Bỏ danh sách này?")
        visible: rows.model.askingToDrop

        Words {
            Layout.fillWidth: true
            text: qsTr("Danh sách chưa in, cũng chưa chép vào USB. Bỏ thì máy xóa hết.")
        }

        Flow {
            Layout.fillWidth: true
            spacing: Size.gap

            QuietButton {
                iconName: "arrow-left"
                text: qsTr("Giữ lại")
                onClicked: rows.model.keepList()
            }

            QuietButton {
                iconName: "trash"
                text: qsTr("Bỏ và xóa")
                onClicked: rows.model.dropList()
            }
        }
    }

    TextEntry {
        Layout.fillWidth: true
        label: qsTr("Tên nơi lưu trú")
        maximumLength: 120
        value: rows.model.house
        onEdited: typed => rows.model.nameHouse(typed)
    }

    Words {
        Layout.fillWidth: true
        text: rows.leftWords()
        visible: text.length > 0
    }

    Repeater {
        model: rows.model.guests

        RowDelegate {
            required property int id
            required property string name
            required property string stay
            required property string missing
            required property bool child

            Layout.fillWidth: true
            Layout.leftMargin: child ? Size.huge : 0
            aside: missing
            detail: stay
            iconName: missing.length > 0 ? "warning" : child ? "people" : "person"
            named: true
            text: name
            verbatim: true
            onClicked: rows.model.open(id)
        }
    }

    Flow {
        Layout.fillWidth: true
        spacing: Size.gap

        QuietButton {
            iconName: "keyboard"
            text: qsTr("Gõ khách không có thẻ")
            onClicked: rows.model.typeGuest()
        }

        QuietButton {
            enabled: rows.ready && !rows.model.printing
            iconName: "printer"
            text: qsTr("In danh sách")
            onClicked: rows.model.printList()
        }

        QuietButton {
            enabled: rows.ready
            iconName: "paper"
            text: qsTr("Chép vào USB")
            onClicked: rows.model.takeAlong()
        }

        QuietButton {
            enabled: rows.ready
            iconName: "lock"
            text: qsTr("Chép vào USB, có mật khẩu")
            onClicked: rows.model.offerPassphrase()
        }

        QuietButton {
            enabled: rows.ready && !rows.model.filing
            iconName: "globe"
            text: qsTr("Khai trên trang của Công an")
            visible: rows.model.canFile
            onClicked: rows.model.fileOnline()
        }

        QuietButton {
            enabled: rows.model.guestsListed > 0 && !rows.model.busy
            iconName: "plus"
            text: qsTr("Danh sách mới")
            onClicked: rows.model.newList()
        }
    }

    NoticeBand {
        Layout.fillWidth: true
        text: rows.model.unconfirmed
        visible: rows.model.unconfirmed.length > 0
    }
}
