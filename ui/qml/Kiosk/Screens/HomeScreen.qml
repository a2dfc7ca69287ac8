pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// By need and by name: the commune's most asked first, then the ten life events.
VisitScreen {
    id: screen

    required property HomeViewModel model

    heading: qsTr("Ông/bà cần làm việc gì?")
    place: qsTr("Thủ tục")

    ScrollColumn {
        id: scroll

        anchors.fill: parent
        spacing: Size.large

        SearchDoor {
            Layout.fillWidth: true
            text: qsTr("Tìm theo tên việc")
            onClicked: screen.model.openSearch()
        }

        Words {
            Layout.fillWidth: true
            kind: Words.Lead
            strong: true
            text: qsTr("Nhiều người hỏi")
            visible: popular.count > 0
        }

        GridLayout {
            Layout.fillWidth: true
            columnSpacing: Size.gap
            columns: screen.portrait || TypeScale.growth > 1.2 ? 2 : 3
            rowSpacing: Size.gap
            visible: popular.count > 0

            Repeater {
                id: popular

                model: screen.model.popular

                RowDelegate {
                    required property string id
                    required property string name
                    required property string fee
                    required property string time

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    iconName: "paper"
                    objectName: `procedure-${id}`
                    text: name
                    onClicked: screen.model.openProcedure(id)
                }
            }
        }

        Words {
            Layout.fillWidth: true
            kind: Words.Lead
            strong: true
            text: qsTr("Theo việc trong đời")
        }

        GridLayout {
            Layout.fillWidth: true
            columnSpacing: Size.gap
            columns: events.columns
            rowSpacing: Size.gap

            Repeater {
                id: events

                readonly property int columns: screen.portrait ? 2 : 5

                model: screen.model.lifeEvents

                DoorButton {
                    required property string id
                    required property string name
                    required property string hint

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    explanation: scroll.width / events.columns > Size.mm(80) ? hint : ""
                    objectName: `event-${id}`
                    text: name
                    onClicked: screen.model.openLifeEvent(id)
                }
            }
        }
    }
}
