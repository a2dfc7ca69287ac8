import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// A person comes: what to say, where the counter is, whom to telephone. Back leads to where one was.
VisitScreen {
    id: screen

    required property HelpViewModel model

    canCallHelp: false
    heading: qsTr("Ông/bà giơ tay, người hỗ trợ sẽ đến")
    mainIcon: "arrow-left"
    mainText: qsTr("Làm tiếp")
    place: qsTr("Gọi người hỗ trợ")
    onMainAsked: screen.shell.goBack()

    DrawnPage {
        anchors.fill: parent
        drawing: "volunteer"
        spacing: Size.large
        upright: screen.portrait

        PageCard {
            Layout.fillHeight: screen.portrait
            Layout.fillWidth: true

            FactLine {
                Layout.fillWidth: true
                large: true
                iconName: "people"
                label: qsTr("Quầy hỗ trợ")
                text: screen.model.counter
            }

            FactLine {
                Layout.fillWidth: true
                large: true
                iconName: "phone"
                label: qsTr("Điện thoại xã")
                text: screen.model.phone
            }

            FactLine {
                Layout.fillWidth: true
                large: true
                iconName: "phone"
                label: qsTr("Hỏi đáp dịch vụ công")
                text: screen.model.hotline
            }

            FactLine {
                Layout.fillWidth: true
                large: true
                iconName: "clock"
                label: qsTr("Giờ làm việc")
                text: screen.model.openingHours
            }
        }

        NoticeBand {
            Layout.fillWidth: true
            text: qsTr("Người hỗ trợ không hỏi mật khẩu, mã OTP của ông/bà. Ai hỏi, ông/bà đừng cho.")
        }
    }
}
