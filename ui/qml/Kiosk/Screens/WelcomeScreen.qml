import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// The start: three doors, and a search for those who know its name.
VisitScreen {
    id: screen

    required property WelcomeViewModel model

    canGoBack: false
    heading: qsTr("Ông/bà cần giúp việc gì?")
    place: screen.model.placeName

    ColumnLayout {
        anchors.fill: parent
        spacing: Size.large

        SearchDoor {
            Layout.fillWidth: true
            text: qsTr("Tìm theo tên việc")
            onClicked: screen.model.openSearch()
        }

        GridLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            columnSpacing: Size.large
            columns: screen.portrait ? 1 : 3
            rowSpacing: Size.large

            DoorButton {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                drawing: "door-procedure"
                lying: screen.portrait
                explanation: qsTr("Xem giấy tờ, phí, thời gian. Điền tờ khai và in.")
                text: qsTr("Tôi cần làm thủ tục")
                onClicked: screen.model.openHome()
            }

            DoorButton {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                drawing: "door-vneid"
                lying: screen.portrait
                explanation: qsTr("Kích hoạt và dùng VNeID trên điện thoại, từng bước một.")
                text: qsTr("VNeID")
                onClicked: screen.model.openGuides()
            }

            DoorButton {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                drawing: "door-card"
                lying: screen.portrait
                explanation: qsTr("Xem thông tin ghi trong thẻ căn cước.")
                text: qsTr("Đọc thẻ của tôi")
                onClicked: screen.model.readCard()
            }
        }
    }
}
