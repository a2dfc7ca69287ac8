import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// The card was not read: one sentence, one drawing, one button. Which layer broke is the staff's and opens for them.
VisitScreen {
    id: screen

    required property LadderViewModel model

    heading: screen.model.title
    mainIcon: screen.model.again ? "refresh" : "keyboard"
    mainText: screen.model.again ? qsTr("Đọc lại thẻ") : qsTr("Tôi tự nhập")
    place: qsTr("Đọc thẻ căn cước")
    onMainAsked: {
        if (screen.model.again)
            screen.model.readAgain();
        else
            screen.model.typeByHand();
    }

    GridLayout {
        anchors.fill: parent
        columnSpacing: Size.huge
        columns: screen.portrait ? 1 : 2
        rowSpacing: Size.large

        Item {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredHeight: 1
            Layout.preferredWidth: screen.spacious && screen.model.wrongDigits ? 1.5 : 1 // two cards beside each other
            clip: true

            CardReaderDrawing {
                anchors.fill: parent
                visible: screen.model.layAgain
            }

            CardNumberDrawing {
                anchors.fill: parent
                visible: screen.model.wrongDigits
            }

            Drawing {
                anchors.fill: parent
                ground: Colour.paper
                name: "reader-off"
                visible: !screen.model.layAgain && !screen.model.wrongDigits
            }
        }

        ScrollColumn { // upright it takes what it needs, and the drawing the rest of the page
            Layout.fillHeight: !screen.portrait
            Layout.fillWidth: true
            Layout.maximumHeight: screen.portrait ? parent.height * 0.6 : -1
            Layout.preferredHeight: screen.portrait ? implicitHeight + 2 * (Size.focus + Size.focusGap) : 1
            Layout.preferredWidth: 1
            centred: !screen.portrait
            spacing: screen.spacious ? Size.huge : Size.large

            Words {
                Layout.fillWidth: true
                kind: screen.portrait || screen.spacious ? TypeScale.Title : TypeScale.Heading
                strong: false
                text: screen.model.remedy
            }

            Words {
                Layout.fillWidth: true
                color: Colour.errorInk
                kind: screen.spacious ? TypeScale.Heading : TypeScale.Lead
                strong: true
                text: qsTr("Còn %n lần thử.", "", screen.model.attemptsLeft)
                visible: screen.model.attemptsLeft > 0
            }

            QuietButton {
                Layout.fillWidth: true
                Layout.preferredHeight: Math.max(implicitHeight, screen.spacious ? Size.mm(46) : 0)
                iconName: "keyboard"
                text: qsTr("Tôi tự nhập")
                visible: screen.model.again
                onClicked: screen.model.typeByHand()
            }

            LadderOfStaff {
                id: staff

                Layout.fillWidth: true
                rungs: screen.model.rungs
                staff: screen.model.staff
            }
        }
    }
}
