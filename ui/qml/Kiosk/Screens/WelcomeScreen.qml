import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// The start: three large buttons, a search for those who know its name, and the way on for those who went home half-way.
VisitScreen {
    id: screen

    required property WelcomeViewModel model

    canGoBack: false
    heading: qsTr("Ông/bà cần giúp việc gì?")
    place: screen.model.placeName

    ColumnLayout {
        anchors.fill: parent
        spacing: Size.large

        GridLayout {
            Layout.fillHeight: false
            Layout.fillWidth: true
            columnSpacing: Size.large
            columns: screen.portrait ? 1 : 2
            rowSpacing: Size.gap

            TouchButton {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                alignment: Text.AlignLeft
                edge: Colour.accent
                iconName: "arrow-right"
                implicitHeight: Math.max(Size.touchLarge, implicitContentHeight + topPadding + bottomPadding)
                leftPadding: Size.large
                objectName: "resumeButton"
                text: qsTr("Làm tiếp: %1").arg(screen.model.unfinished)
                visible: screen.model.unfinished.length > 0
                onClicked: screen.model.resume()
            }

            SearchDoor {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                text: qsTr("Tìm theo tên việc")
                onClicked: screen.model.openSearch()
            }
        }

        GridLayout {
            id: doors

            readonly property real wordsHeight: screen.portrait ? 0 : Math.max(procedures.ownWordsHeight, vneid.ownWordsHeight, card.ownWordsHeight)

            Layout.fillHeight: true
            Layout.fillWidth: true
            columnSpacing: Size.large
            columns: screen.portrait ? 1 : 3
            rowSpacing: Size.large

            DoorButton {
                id: procedures

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                drawing: "door-procedure"
                wordsHeight: doors.wordsHeight
                lying: screen.portrait
                explanation: qsTr("Xem giấy tờ, phí, thời gian. Điền tờ khai và in.")
                text: qsTr("Tôi cần làm thủ tục")
                onClicked: screen.model.openHome()
            }

            DoorButton {
                id: vneid

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                drawing: "door-vneid"
                wordsHeight: doors.wordsHeight
                lying: screen.portrait
                explanation: qsTr("Kích hoạt và dùng VNeID trên điện thoại, từng bước một.")
                text: qsTr("VNeID")
                onClicked: screen.model.openGuides()
            }

            DoorButton {
                id: card

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                drawing: "door-card"
                wordsHeight: doors.wordsHeight
                lying: screen.portrait
                explanation: qsTr("Xem thông tin ghi trong thẻ căn cước.")
                text: qsTr("Đọc thẻ của tôi")
                onClicked: screen.model.readCard()
            }
        }
    }
}
