pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Forms
import Kiosk.Style
import Kiosk.Visit

// One of several answers, several of them, or yes and no. Nothing is chosen before the person has touched it.
FieldFrame {
    id: choice

    required property int kind
    required property string draft
    required property var options
    readonly property bool several: choice.kind === Visit.QuestionKind.CHOICES
    readonly property var chosen: choice.draft.length > 0 ? choice.draft.split(",") : []
    readonly property bool few: repeater.count <= 4 // they fill the page, in large letters
    readonly property real letters: { // as the lowest frame has room; no larger than headings where larger text would shrink them
        const rows = Array.from({
            length: repeater.count
        }, (_, index) => repeater.itemAt(index)).filter(row => row);
        const room = Math.min(...rows.map(row => row.height * 0.16)) * TypeScale.headingGrowth;
        const most = TypeScale.pixels(rows.every(row => row.text.length <= 16) ? 14 : 9);
        return room < TypeScale.pixels(TypeScale.step > 0 ? 8.1 : 10) ? 0 : Math.min(room, most); // the next size may have a fifth less room
    }

    signal drafted(string draft)

    function touch(value: string) {
        if (!choice.several)
            choice.drafted(value);
        else if (choice.chosen.indexOf(value) >= 0)
            choice.drafted(choice.chosen.filter(other => other !== value).join(","));
        else
            choice.drafted([...choice.chosen, value].join(","));
    }

    label: ""

    GridLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        columnSpacing: Size.gap
        columns: choice.width > Size.mm(200) && (repeater.count > 4 || !choice.Window.window || choice.Window.width > choice.Window.height && repeater.count === 2) ? 2 : 1
        rowSpacing: Size.gap

        Repeater {
            id: repeater

            model: choice.options

            TickRow {
                required property string value
                required property string label
                required property string hint
                readonly property bool wanted: choice.chosen.indexOf(value) >= 0

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.maximumHeight: Math.max(implicitHeight, Size.mm(choice.few ? 150 : 40))
                grown: choice.few ? choice.letters : 0
                large: choice.few
                Layout.preferredWidth: 1
                checked: wanted
                detail: hint
                objectName: `option-${value}`
                single: !choice.several
                text: label
                onClicked: {
                    choice.touch(value);
                    checked = Qt.binding(() => wanted);
                }
            }
        }
    }
}
