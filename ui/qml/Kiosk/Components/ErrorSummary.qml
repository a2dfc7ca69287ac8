pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style

// What is still missing: the count first, then each problem in the same words as at its field, leading there.
Rectangle {
    id: summary

    required property var problems // the sentences, in the order of the form
    property string spoken: [summary.title, ...summary.problems].join(". ")
    readonly property string title: qsTr("Còn %n chỗ cần sửa", "", summary.problems.length)

    signal chosen(int index)

    Accessible.name: summary.title
    Accessible.role: Accessible.AlertMessage
    border.color: Colour.errorInk
    border.width: Size.edge * 1.5
    color: Colour.error
    implicitHeight: column.implicitHeight + 2 * Size.padding
    implicitWidth: Size.mm(120)
    radius: Size.radius

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.margins: Size.padding
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: Size.gap

        RowLayout {
            spacing: Size.medium

            Icon {
                name: "error"
                tint: Look.theme === Look.HighContrast ? Colour.mark : Colour.errorInk
            }

            Words {
                Accessible.ignored: true
                Layout.fillWidth: true
                color: Colour.errorInk
                kind: TypeScale.Lead
                strong: true
                text: summary.title
            }
        }

        Repeater {
            model: summary.problems

            RowDelegate {
                required property string modelData
                required property int index

                Layout.fillWidth: true
                spoken: ""
                text: modelData
                onClicked: summary.chosen(index)
            }
        }
    }
}
