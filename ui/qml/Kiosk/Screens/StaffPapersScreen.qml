pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// Posters for the notice board: one touch prints one.
StaffScreen {
    id: screen

    required property PapersViewModel model

    heading: qsTr("In để dán bảng thông báo")
    place: qsTr("Nhân viên · Bảng niêm yết")

    ScrollColumn {
        anchors.fill: parent
        spacing: Size.gap

        StaffPrintLine {
            Layout.fillWidth: true
            printing: screen.staffModel.printing
        }

        Words {
            Layout.fillWidth: true
            quiet: true
            text: qsTr("Đang tìm các mẫu.")
            visible: screen.model.loading
        }

        NoticeBand {
            Layout.fillWidth: true
            kind: NoticeBand.Error
            text: qsTr("Không đọc được nội dung của tỉnh. Quay lại, bấm Lấy nội dung mới ở dòng Nội dung.")
            visible: screen.model.failed
        }

        Repeater {
            model: screen.model.papers

            RowDelegate {
                required property int index
                required property string title

                Layout.fillWidth: true
                enabled: !screen.model.busy
                iconName: "printer"
                leads: false
                text: title
                onClicked: screen.model.printPaper(index)
            }
        }

        Words {
            Layout.fillWidth: true
            quiet: true
            text: qsTr("Phí và thời hạn lấy từ gói nội dung. Mục chưa xác minh có ghi rõ trên giấy.")
        }
    }
}
