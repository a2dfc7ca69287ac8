import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style

// Every basic component on one screen, to be looked at in each theme, text size and shape of screen.
ScreenFrame {
    id: frame

    canGoBack: true
    heading: "Ông/bà cần làm việc gì hôm nay?"
    mainText: "Đọc thẻ"
    place: "Đăng ký tạm trú"
    specimen: true
    stepCount: 5
    stepNumber: 2

    ScrollColumn {
        anchors.fill: parent

        GridLayout {
            Layout.fillWidth: true
            columnSpacing: Size.gap
            columns: frame.portrait ? 1 : 3
            rowSpacing: Size.gap

            DoorButton {
                drawing: "door-procedure"
                explanation: "Biết cần gì, in tờ khai"
                text: "Tôi cần làm thủ tục"
            }

            DoorButton {
                drawing: "door-vneid"
                text: "VNeID"
                explanation: "Kích hoạt, dùng, sửa lỗi"
            }

            DoorButton {
                drawing: "door-card"
                text: "Đọc thẻ của tôi"
            }
        }

        NoticeBand {
            Layout.fillWidth: true
            text: "Ông/bà giữ thẻ trên đầu đọc, chưa nhấc lên."
        }

        NoticeBand {
            Layout.fillWidth: true
            kind: NoticeBand.Good
            text: "Thẻ do Bộ Công an cấp, dữ liệu nguyên vẹn."
        }

        NoticeBand {
            Layout.fillWidth: true
            actionText: "Làm lại"
            kind: NoticeBand.Warning
            text: "Máy in sắp hết giấy."
            title: "Giấy còn ít"
        }

        NoticeBand {
            Layout.fillWidth: true
            kind: NoticeBand.Error
            text: "Sáu số này không mở được thẻ. Ông/bà còn 2 lần."
        }

        RowDelegate {
            Layout.fillWidth: true
            aside: "Không mất phí · 3 ngày"
            detail: "Đăng ký tạm trú"
            iconName: "home"
            text: "Báo nơi ở mới khi đi làm, đi học xa"
        }

        TickRow {
            Layout.fillWidth: true
            checked: true
            detail: "Bản giấy hoặc trên VNeID"
            text: "Thẻ căn cước công dân"
        }

        TickRow {
            Layout.fillWidth: true
            text: "HỢP ĐỒNG THUÊ NHÀ: ẪỐ Ổ Ữ Ặ"
        }

        QuietButton {
            iconName: "edit"
            text: "Sửa ngày sinh"
        }

        MainButton {
            enabled: false
            text: "In giấy"
        }
    }
}
