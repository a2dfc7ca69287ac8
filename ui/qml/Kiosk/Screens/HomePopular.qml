pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style

// What people of this commune ask most, one touch each; the rows grow with the room.
ColumnLayout {
    id: popular

    required property var procedures
    required property int columns
    property bool dense: false // a low screen: no icons

    signal chosen(string id)

    spacing: Size.small
    visible: rows.count > 0

    Words {
        Layout.fillWidth: true
        kind: TypeScale.Lead
        strong: true
        text: qsTr("Nhiều người hỏi")
    }

    GridLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        columnSpacing: Size.gap
        columns: popular.columns
        rowSpacing: Size.gap

        Repeater {
            id: rows

            model: popular.procedures

            RowDelegate {
                required property string id
                required property string name
                required property string fee
                required property string time

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                iconName: popular.dense ? "" : "paper"
                implicitHeight: Math.max(popular.dense ? Size.touch : Size.touchLarge, implicitContentHeight + topPadding + bottomPadding)
                leads: !popular.dense
                objectName: `procedure-${id}`
                text: name
                onClicked: popular.chosen(id)
            }
        }
    }
}
