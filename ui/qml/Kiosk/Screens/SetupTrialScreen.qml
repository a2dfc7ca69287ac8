import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Visit

// The trial page, and what to look for on it.
SetupStepScreen {
    id: screen

    required property TrialViewModel model

    heading: qsTr("In trang thử và xem bằng mắt")
    mainText: screen.model.printed ? qsTr("Trang in đúng, làm tiếp") : qsTr("Bước tiếp theo")
    onMainAsked: screen.model.accept()

    ScrollColumn {
        anchors.fill: parent

        QuietButton {
            Layout.alignment: Qt.AlignLeft
            enabled: !screen.model.busy
            iconName: "printer"
            text: qsTr("In trang thử")
            onClicked: screen.model.printTrial()
        }

        StaffPrintLine {
            Layout.fillWidth: true
            printing: screen.staffModel.printing
        }

        Repeater {
            model: [qsTr("Thước trên giấy dài đúng 150 mm."), qsTr("Thấy đủ bốn cạnh của khung."), qsTr("Sáu ô xám khác nhau, không có vệt."), qsTr("Đọc rõ dấu của từng chữ."), qsTr("Điện thoại đọc được mã QR.")]

            IconLine {
                required property string modelData

                Layout.fillWidth: true
                iconName: "eye"
                text: modelData
            }
        }
    }
}
