pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style

// One of several answers, or several of them. Two columns where short answers leave room.
FieldFrame {
    id: choice

    required property var texts // the answers, in order
    property var details: []
    property int chosen: -1 // the answer, when there is one
    property bool several: false
    property var ticked: [] // the indices, when there may be several
    property int columns: choice.texts.length > 4 && choice.width > Size.mm(200) ? 2 : 1

    signal chosenAt(int index)

    function isChosen(index: int): bool {
        return choice.several ? choice.ticked.indexOf(index) >= 0 : choice.chosen === index;
    }

    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Size.gap
        columns: choice.columns
        rowSpacing: Size.gap

        Repeater {
            model: choice.texts

            TickRow {
                required property int index
                required property string modelData
                readonly property bool wanted: choice.isChosen(index)

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                checked: wanted
                detail: choice.details[index] ?? ""
                objectName: `choice-${index}`
                single: !choice.several
                text: modelData
                onClicked: {
                    choice.chosenAt(index);
                    checked = Qt.binding(() => wanted); // the answer, not the touch, decides what is ticked
                }
            }
        }
    }
}
