import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// The officer's first page: which task. Everything goes with the officer.
StaffScreen {
    id: screen

    required property TasksViewModel model

    heading: qsTr("Cán bộ làm việc gì?")
    place: qsTr("Cán bộ · %1").arg(screen.model.station)

    ScrollColumn {
        anchors.fill: parent
        spacing: Size.gap

        RowDelegate {
            Layout.fillWidth: true
            detail: qsTr("Đọc thẻ, nhìn ảnh, trả lời có đúng người không")
            iconName: "person"
            text: qsTr("Đối chiếu người với thẻ")
            onClicked: screen.model.openIdentity()
        }

        RowDelegate {
            Layout.fillWidth: true
            detail: qsTr("Danh sách trong USB của cán bộ, từng thẻ một: khớp, khác hay không có")
            iconName: "list"
            text: qsTr("Đối chiếu danh sách với thẻ")
            onClicked: screen.model.openRoster()
        }

        RowDelegate {
            Layout.fillWidth: true
            detail: qsTr("Quét từng trang, nhập chỉ mục hai lần, PDF/A và danh sách vào USB của cán bộ")
            iconName: "scanner"
            text: qsTr("Quét sổ hộ tịch")
            onClicked: screen.model.openRegisters()
        }

        RowDelegate {
            Layout.fillWidth: true
            detail: qsTr("Khách theo thẻ hoặc gõ tay, in ra hoặc chép vào USB")
            iconName: "building"
            text: qsTr("Lập danh sách lưu trú")
            onClicked: screen.model.openLodging()
        }

        RowDelegate {
            Layout.fillWidth: true
            detail: qsTr("Thiết bị, số đếm, bảng niêm yết")
            iconName: "settings"
            text: qsTr("Xem trạm hôm nay")
            onClicked: screen.model.openDay()
        }

        NoticeBand {
            Layout.fillWidth: true
            text: qsTr("Máy không giữ tên, số hay ảnh của ai. Đóng phần cán bộ thì mọi thứ bị xóa.")
        }
    }
}
