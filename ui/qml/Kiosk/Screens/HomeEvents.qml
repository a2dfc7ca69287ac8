pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style

// The ten life events with their drawings, two columns; the doors grow with the room.
ColumnLayout {
    id: lifeEvents

    required property var events
    property bool dense: false // a low screen
    property bool withHints: false

    signal chosen(string id)

    spacing: Size.small

    Words {
        Layout.fillWidth: true
        kind: TypeScale.Lead
        strong: true
        text: qsTr("Theo việc trong đời")
    }

    GridLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        columnSpacing: Size.gap
        columns: 2
        rowSpacing: Size.gap

        Repeater {
            model: lifeEvents.events

            DoorButton {
                required property string id
                required property string name
                required property string hint

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.maximumHeight: Math.max(implicitHeight, Size.mm(60))
                Layout.preferredWidth: 1
                explanation: lifeEvents.withHints ? hint : ""
                least: lifeEvents.dense ? Size.touch : Size.mm(24)
                lying: true
                objectName: `event-${id}`
                padding: lifeEvents.dense ? Size.tiny : Size.small
                text: name
                onClicked: lifeEvents.chosen(id)
            }
        }
    }
}
