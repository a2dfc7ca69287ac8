pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// What to bring: whose case it is, where there are several, then its papers as a tick list "I have it".
ColumnLayout {
    id: papers

    required property ProcedureViewModel model
    readonly property int columns: papers.width > Size.mm(220) * TypeScale.growth ? 2 : 1

    spacing: Size.medium

    PageCard {
        Layout.fillWidth: true
        title: qsTr("Trường hợp của ông/bà")
        visible: papers.model.cases.length > 1

        GridLayout {
            Layout.fillWidth: true
            columnSpacing: Size.gap
            columns: papers.columns
            rowSpacing: Size.gap

            Repeater {
                model: papers.model.cases.length > 1 ? papers.model.cases : []

                TickRow {
                    required property string modelData
                    required property int index

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    checked: index === papers.model.caseIndex
                    single: true
                    text: modelData
                    onClicked: papers.model.chooseCase(index)
                }
            }
        }
    }

    PageCard {
        Layout.fillWidth: true
        title: qsTr("Giấy tờ cần có: chạm vào thứ ông/bà có")
        visible: papers.model.cases.length > 0

        GridLayout {
            Layout.fillWidth: true
            columnSpacing: Size.gap
            columns: papers.columns
            rowSpacing: Size.gap

            Repeater {
                model: papers.model.documents

                TickRow {
                    required property string id
                    required property string name
                    required property bool optional
                    required property bool ticked
                    required detail

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    checked: ticked
                    text: optional ? qsTr("%1 (khi cần)").arg(name) : name
                    onClicked: papers.model.tick(id)
                }
            }
        }
    }
}
