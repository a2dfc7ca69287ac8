import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Forms
import Kiosk.Visit

// The passphrase of the file, to be written down: what is offered, or the officer's own. Shown once, kept nowhere.
ScrollColumn {
    id: seal

    required property LodgingViewModel model

    NoticeBand {
        Layout.fillWidth: true
        kind: NoticeBand.Error
        text: seal.model.remedy
        title: seal.model.trouble
        visible: seal.model.trouble.length > 0
    }

    NoticeBand {
        Layout.fillWidth: true
        kind: NoticeBand.Warning
        text: qsTr("Ghi mật khẩu ra giấy trước khi chép. Máy không giữ mật khẩu; quên thì không ai mở được tệp.")
    }

    TextEntry {
        Layout.fillWidth: true
        error: seal.model.weakness
        hint: qsTr("Máy đã đặt sẵn. Cán bộ có thể gõ mật khẩu khác, ít nhất 12 ký tự, chữ không dấu.")
        label: qsTr("Mật khẩu")
        layout: KeyPanel.Letters
        maximumLength: 80
        tall: true
        value: seal.model.passphrase
        vietnamese: false
        onEdited: typed => seal.model.typePassphrase(typed)
    }

    Words {
        Layout.fillWidth: true
        quiet: true
        text: qsTr("Tệp nén .zip, mã hóa AES-256. Mở bằng 7-Zip hoặc WinRAR, không mở được bằng thư mục của Windows.")
    }

    QuietButton {
        iconName: "arrow-left"
        text: qsTr("Thôi, về danh sách")
        onClicked: seal.model.backToList()
    }
}
