pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// Done, or help beyond this station: the counter, its hours, its telephone, and a slip to take along.
VisitScreen {
    id: screen

    required property GuideExitViewModel model

    heading: screen.model.done ? qsTr("Ông/bà đã làm xong") : qsTr("Việc này cần cán bộ giúp")
    mainIcon: screen.model.done ? "home" : "printer"
    mainText: screen.model.done ? qsTr("Làm việc khác") : qsTr("In phiếu mang theo")
    place: screen.model.place
    onMainAsked: {
        if (screen.model.done)
            screen.shell.goHome();
        else
            screen.model.printSlip();
    }

    DrawnPage {
        anchors.fill: parent
        drawing: screen.model.done ? "goodbye" : "counter"
        share: 0.4
        upright: screen.portrait

        Words {
            Accessible.name: screen.model.text
            Layout.fillWidth: true
            kind: Words.Heading
            spoken: screen.model.text
            text: TypeScale.tied(screen.model.text)
        }

        FactLine {
            Layout.fillWidth: true
            large: true
            iconName: "people"
            label: qsTr("Quầy")
            more: screen.model.where
            text: screen.model.counter
        }

        FactLine {
            Layout.fillWidth: true
            large: true
            iconName: "clock"
            label: qsTr("Giờ làm việc")
            text: screen.model.hours
        }

        FactLine {
            Layout.fillWidth: true
            large: true
            iconName: "phone"
            label: qsTr("Điện thoại")
            text: screen.model.phone
        }

        PageCard {
            Layout.fillWidth: true
            title: qsTr("Ông/bà mang theo")
            visible: screen.model.bring.length > 0

            Repeater {
                model: screen.model.bring

                IconLine {
                    required property string modelData

                    Layout.fillWidth: true
                    iconName: "paper"
                    large: true
                    text: modelData
                }
            }
        }

        QuietButton {
            Layout.fillWidth: true
            iconName: "arrow-right"
            text: qsTr("Làm tiếp: %1").arg(screen.model.thenTitle)
            visible: screen.model.thenTitle.length > 0
            onClicked: screen.model.goOn()
        }
    }
}
