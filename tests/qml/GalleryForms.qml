import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Forms

// The controls of a form.
ScreenFrame {
    id: frame

    heading: "Các câu hỏi"
    keyboard: KeyPanel.None
    mainText: "Tiếp tục"
    place: "Tờ khai CT01"

    ScrollColumn {
        anchors.fill: parent

        ErrorSummary {
            Layout.fillWidth: true
            problems: ["Ông/bà chưa ghi ngày sinh.", "Số căn cước phải có 12 số."]
        }

        TextEntry {
            Layout.fillWidth: true
            error: "Số căn cước phải có 12 số."
            hint: "Ghi như trên thẻ"
            label: "Họ, chữ đệm và tên"
            value: "NGUYỄN VĂN MẪU"
        }

        DateEntry {
            Layout.fillWidth: true
            label: "Ngày sinh"
            value: "05/09/1954"
        }

        ChoiceList {
            Layout.fillWidth: true
            chosen: 0
            columns: 2
            label: "Ông/bà có ở cùng chủ hộ không?"
            texts: ["Có", "Không"]
        }

        ChoiceList {
            Layout.fillWidth: true
            chosen: 1
            details: ["Bố, mẹ đẻ hoặc nuôi"]
            label: "Quan hệ với chủ hộ"
            texts: ["Bố mẹ", "Con", "Vợ hoặc chồng", "Ông bà", "Người ở thuê"]
        }

        RowsEditor {
            Layout.fillWidth: true
            label: "Người cùng thay đổi"
            rows: ["Trần Thị Mẫu, sinh 1960, vợ"]
        }

        OriginMark {
            origin: OriginMark.Chip
        }

        OriginMark {
            origin: OriginMark.Changed
        }

        DigitBoxes {
            count: 6
            digits: "0401"
            label: "Sáu số cuối của thẻ"
        }

        PhaseDots {
            Layout.fillWidth: true
            current: 1
            phases: ["Mở khóa thẻ", "Đọc thông tin", "Đọc ảnh", "Kiểm tra"]
        }
    }
}
