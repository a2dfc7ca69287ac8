pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// What the content tells the staff of each procedure and no visitor sees: sources that disagree, why it is not confirmed.
StaffScreen {
    id: screen

    required property NotesViewModel model

    heading: qsTr("Ghi chú thủ tục: %n thủ tục", "", screen.model.noted)
    place: qsTr("Nhân viên · Ghi chú thủ tục")

    ScrollColumn {
        anchors.fill: parent
        spacing: Size.gap

        Words {
            Layout.fillWidth: true
            quiet: true
            text: screen.model.loading ? qsTr("Đang tìm các ghi chú.") : qsTr("Người dân không thấy trang này. Màn hình của họ chỉ ghi: chưa xác minh, hỏi cán bộ.")
        }

        NoticeBand {
            Layout.fillWidth: true
            kind: NoticeBand.Error
            text: qsTr("Không đọc được nội dung của tỉnh. Quay lại, bấm Lấy nội dung mới ở dòng Nội dung.")
            visible: screen.model.failed
        }

        Repeater {
            model: screen.model.notes

            ColumnLayout {
                id: noted

                required property string title
                required property string notes

                Layout.fillWidth: true
                spacing: Size.small

                Words {
                    Layout.fillWidth: true
                    strong: true
                    text: noted.title
                }

                Words {
                    Layout.fillWidth: true
                    text: noted.notes
                }
            }
        }
    }
}
