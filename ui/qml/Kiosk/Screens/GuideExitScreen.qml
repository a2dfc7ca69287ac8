pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// Done, or another guide that goes on, or help beyond this station: the counter, its hours, its telephone, and a slip to
// take along.
VisitScreen {
    id: screen

    required property GuideExitViewModel model

    heading: {
        if (screen.model.done)
            return qsTr("Ông/bà đã làm xong");
        return screen.model.slip ? qsTr("Việc này cần cán bộ giúp") : qsTr("Việc này có hướng dẫn riêng");
    }
    mainIcon: {
        if (screen.model.done)
            return "home";
        return screen.model.slip ? "printer" : "arrow-right";
    }
    mainText: {
        if (screen.model.done)
            return qsTr("Làm việc khác");
        return screen.model.slip ? qsTr("In phiếu mang theo") : qsTr("Xem hướng dẫn đó");
    }
    place: screen.model.place
    onMainAsked: {
        if (screen.model.done)
            screen.shell.goHome();
        else if (screen.model.slip)
            screen.model.printSlip();
        else
            screen.model.goOn();
    }

    DrawnPage {
        anchors.fill: parent
        spacing: screen.spacious ? Size.huge : Size.medium
        drawing: screen.model.done ? "goodbye" : "counter"
        share: screen.model.done || screen.spacious ? 0.5 : 0.4
        upright: screen.portrait

        Words {
            Accessible.name: screen.model.text
            Layout.fillWidth: true
            kind: screen.model.done || screen.spacious ? TypeScale.Title : TypeScale.Heading // little else is on that page
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

        FactLine {
            Layout.fillWidth: true
            large: true
            iconName: "arrow-right"
            label: qsTr("Hướng dẫn tiếp theo")
            text: screen.model.done || screen.model.slip ? "" : screen.model.thenTitle
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
            large: screen.spacious
            iconName: "arrow-right"
            text: qsTr("Làm tiếp: %1").arg(screen.model.thenTitle)
            visible: screen.model.thenTitle.length > 0 && (screen.model.done || screen.model.slip)
            onClicked: screen.model.goOn()
        }
    }
}
