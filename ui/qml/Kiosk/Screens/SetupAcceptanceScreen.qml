pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// A fresh round of the doctor, and the sheet to be signed.
SetupStepScreen {
    id: screen

    required property AcceptanceViewModel model

    heading: screen.model.failed ? qsTr("Chưa kiểm tra được trạm") : screen.model.examining ? qsTr("Đang kiểm tra cả trạm") : screen.model.verdict === Staff.Readiness.READY ? qsTr("Trạm sẵn sàng phục vụ") : screen.model.verdict === Staff.Readiness.BROKEN ? qsTr("Còn thiết bị hỏng") : qsTr("Trạm dùng được, còn việc cần xem")
    mainEnabled: !screen.model.examining
    mainIcon: "check"
    mainText: qsTr("Xong cài đặt")
    onMainAsked: screen.model.finish()

    ScrollColumn {
        anchors.fill: parent

        NoticeBand {
            Layout.fillWidth: true
            actionText: qsTr("Mở lại chương trình")
            kind: NoticeBand.Warning
            text: qsTr("Thiết lập mới có hiệu lực khi mở lại chương trình.")
            visible: screen.model.toRestart
            onActed: screen.model.restart()
        }

        NoticeBand {
            Layout.fillWidth: true
            kind: screen.model.failed ? NoticeBand.Error : screen.model.verdict === Staff.Readiness.READY ? NoticeBand.Good : NoticeBand.Info
            text: screen.model.failed ? qsTr("Bấm Kiểm tra lại. Vẫn lỗi thì tắt rồi bật lại máy tính.") : screen.model.examining ? qsTr("Mất tối đa 20 giây.") : qsTr("In phiếu, ký tên, dán cạnh trạm.")
        }

        RowLayout {
            spacing: Size.gap

            QuietButton {
                enabled: screen.model.verdict > 0
                iconName: "printer"
                text: qsTr("In phiếu nghiệm thu")
                onClicked: screen.model.printSheet()
            }

            QuietButton {
                enabled: !screen.model.examining
                iconName: "refresh"
                text: qsTr("Kiểm tra lại")
                onClicked: screen.model.examineAgain()
            }
        }

        StaffPrintLine {
            Layout.fillWidth: true
            printing: screen.staffModel.printing
        }

        Repeater {
            model: screen.model.findings

            FindingLine {
                Layout.fillWidth: true
            }
        }
    }
}
