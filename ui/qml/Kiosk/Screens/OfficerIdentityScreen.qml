pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// Is this the person on the card? The key and the card first; then the photo beside the question, for one or several.
StaffScreen {
    id: screen

    required property IdentityViewModel model

    heading: !screen.model.asking ? "" : screen.model.canGoBackToCards ? qsTr("Thẻ của người tiếp theo") : qsTr("Thẻ của người cần đối chiếu")
    mainEnabled: screen.model.asking ? screen.model.desk.complete && !screen.model.desk.waiting && !screen.model.desk.reading : true
    mainIcon: screen.model.asking ? "card" : "arrow-right"
    mainText: screen.model.asking ? qsTr("Đọc thẻ") : qsTr("Xong, đối chiếu người khác")
    place: qsTr("Cán bộ · Đối chiếu người")
    specimen: screen.model.specimen
    onMainAsked: screen.model.asking ? screen.model.desk.read() : screen.model.nextPeople()

    Loader {
        active: screen.model.asking
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: back.visible ? back.bottom : parent.top
        anchors.topMargin: back.visible ? Size.gap : 0
        focus: active

        sourceComponent: OfficerCardDesk {
            desk: screen.model.desk
            portrait: screen.portrait
        }
    }

    QuietButton {
        id: back

        iconName: "arrow-left"
        text: qsTr("Thôi, không thêm người")
        visible: screen.model.canGoBackToCards
        onClicked: screen.model.backToCards()
    }

    ScrollColumn {
        anchors.fill: parent
        spacing: Size.medium
        visible: !screen.model.asking

        StaffPrintLine {
            Layout.fillWidth: true
            printing: screen.staffModel.printing
        }

        PageCard {
            Layout.fillWidth: true
            title: qsTr("Không đúng người: làm gì tiếp")
            visible: screen.model.mismatch.length > 0

            Repeater {
                model: screen.model.mismatch

                IconLine {
                    required property string modelData

                    Layout.fillWidth: true
                    iconName: "hand"
                    text: modelData
                }
            }
        }

        GridLayout {
            Layout.fillWidth: true
            columnSpacing: Size.medium
            columns: screen.model.several && !screen.portrait ? 2 : 1
            rowSpacing: Size.medium

            Repeater {
                model: screen.model.cards

                OfficerCheckedCard {
                    id: shown

                    Layout.alignment: Qt.AlignTop
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    advised: screen.model.mismatch.length > 0 && !screen.portrait
                    alone: !screen.model.several
                    wide: screen.portrait || !screen.model.several
                    onAnswered: outcome => screen.model.answer(shown.index, outcome)
                }
            }
        }

        Flow {
            Layout.fillWidth: true
            spacing: Size.gap

            QuietButton {
                enabled: screen.model.canAdd
                iconName: "plus"
                text: qsTr("Thêm người thứ hai")
                visible: screen.model.canAdd
                onClicked: screen.model.addPerson()
            }

            QuietButton {
                iconName: screen.model.numbersShown ? "eye-off" : "eye"
                text: screen.model.numbersShown ? qsTr("Ẩn số thẻ") : qsTr("Hiện số thẻ")
                onClicked: screen.model.showNumbers()
            }

            QuietButton {
                enabled: screen.model.answered && !screen.model.busy
                iconName: "printer"
                text: qsTr("In phiếu kết quả")
                onClicked: screen.model.printSlip()
            }
        }
    }
}
