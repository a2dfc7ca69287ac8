import QtQuick

// Yes or no, with nothing ticked before the person has chosen.
ChoiceList {
    id: entry

    enum Answer {
        Unanswered,
        Yes,
        No
    }

    required property int answer
    property string yesText: qsTr("Có")
    property string noText: qsTr("Không")

    signal answered(int answer)

    chosen: entry.answer - 1
    columns: 2
    texts: [entry.yesText, entry.noText]
    onChosenAt: index => entry.answered(index + 1)
}
