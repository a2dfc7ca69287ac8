pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Forms
import Kiosk.Style
import Kiosk.Visit

// A table that grows, one row at a time: the list of rows, or the fields of the row in hand.
ColumnLayout {
    id: answer

    required property var rows
    required property var columns
    required property string addText
    required property int maximum
    property string error: ""
    property int inHand: -1 // the row being filled; rows.length for a new one
    property var cells: []
    readonly property var sentences: fields.count > 0 ? answer.rows.map(row => row.map(answer.wordOf).filter(cell => cell.length > 0).join(", ")) : []

    readonly property bool filling: answer.inHand >= 0

    signal drafted(var rows)

    function wordOf(value: string, column: int): string { // a choice is shown by its label
        return answer.labelIn(fields.itemAt(column), value);
    }

    function labelIn(field: var, value: string): string {
        const at = field ? field.optionValues.indexOf(value) : -1;
        return at >= 0 ? field.optionLabels[at] : value;
    }

    function open(index: int) {
        answer.cells = index < answer.rows.length ? answer.rows[index].slice() : Array(fields.count).fill("");
        answer.inHand = index;
        Qt.callLater(answer.takeFocus);
    }

    function takeFocus() {
        const first = fields.itemAt(0);
        if (first)
            first.nextItemInFocusChain(true).forceActiveFocus();
    }

    function keep() {
        const changed = answer.rows.slice();
        changed[answer.inHand] = answer.cells;
        answer.inHand = -1;
        answer.drafted(changed.filter(row => row.some(cell => cell.trim().length > 0)));
    }

    function put(column: int, value: string) {
        const changed = answer.cells.slice();
        changed[column] = value;
        answer.cells = changed;
    }

    spacing: Size.medium

    RowsEditor {
        Layout.fillHeight: true
        Layout.fillWidth: true
        addText: answer.addText.length > 0 ? answer.addText : qsTr("Thêm dòng")
        error: answer.error
        label: ""
        maximum: answer.maximum
        rows: answer.sentences
        visible: answer.inHand < 0
        onAdded: answer.open(answer.rows.length)
        onEditAsked: index => answer.open(index)
        onRemoveAsked: index => answer.drafted(answer.rows.filter((row, place) => place !== index))
    }

    Repeater {
        id: fields

        model: answer.columns

        Loader {
            id: field

            required property int index
            required property string label
            required property int kind
            required property int maxLength
            required property var optionValues
            required property var optionLabels

            Layout.fillWidth: true
            active: answer.inHand >= 0
            sourceComponent: field.optionValues.length > 0 ? choiceCell : field.kind === Visit.QuestionKind.DATE ? dateCell : textCell
            visible: active

            Component {
                id: textCell

                TextEntry {
                    label: field.label
                    layout: field.kind === Visit.QuestionKind.PERSONAL_NUMBER || field.kind === Visit.QuestionKind.NUMBER || field.kind === Visit.QuestionKind.PHONE ? KeyPanel.Digits : KeyPanel.Letters
                    maximumLength: field.maxLength > 0 ? field.maxLength : 120
                    value: answer.cells[field.index] ?? ""
                    onEdited: value => answer.put(field.index, value)
                }
            }

            Component {
                id: dateCell

                DateEntry {
                    label: field.label
                    value: answer.cells[field.index] ?? ""
                    onEdited: value => answer.put(field.index, value)
                }
            }

            Component {
                id: choiceCell

                ChoiceList {
                    chosen: field.optionValues.indexOf(answer.cells[field.index] ?? "")
                    label: field.label
                    texts: field.optionLabels
                    onChosenAt: index => answer.put(field.index, field.optionValues[index])
                }
            }
        }
    }

    QuietButton {
        iconName: "cross"
        text: qsTr("Bỏ dòng này")
        visible: answer.filling
        onClicked: answer.inHand = -1
    }
}
