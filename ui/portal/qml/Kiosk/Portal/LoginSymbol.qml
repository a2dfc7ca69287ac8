import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.PortalLink
import Kiosk.Style

// The login's QR, as large as the guide allows, and what to do when it is spent.
ColumnLayout {
    id: login

    required property FilingViewModel portal

    spacing: Size.gap

    Words {
        Layout.fillWidth: true
        text: qsTr("Mở VNeID trên điện thoại, chọn “Quét mã QR”, rồi quét mã này.")
        visible: login.portal.qrRows.length > 0
    }

    QrView {
        Layout.alignment: Qt.AlignHCenter
        Layout.preferredHeight: Layout.preferredWidth
        Layout.preferredWidth: Math.min(login.width, Size.mm(75))
        label: qsTr("đăng nhập bằng VNeID")
        rows: login.portal.qrRows
        visible: login.portal.qrRows.length > 0
    }

    NoticeBand {
        Layout.fillWidth: true
        actionText: qsTr("Lấy mã mới")
        kind: NoticeBand.Warning
        text: qsTr("Ông/bà bấm “Lấy mã mới”, rồi quét lại.")
        title: qsTr("Mã đăng nhập đã hết hạn")
        visible: login.portal.qrSpent
        onActed: login.portal.qrAsked()
    }
}
