pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// What the search found: procedures and guides that open, and what is done elsewhere, with where to go.
GridLayout {
    id: rows

    required property var answers

    signal guideChosen(string id)
    signal procedureChosen(string id)
    signal nameChosen(string code)
    signal helpWanted

    columnSpacing: Size.gap
    columns: Math.max(1, Math.floor(rows.width / (Size.mm(200) * TypeScale.growth)))
    rowSpacing: Size.gap

    Repeater {
        model: rows.answers

        Loader {
            id: answer

            required property string id
            required property int kind
            required property string name
            required property string detail
            required property string aside

            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            sourceComponent: answer.kind === Visit.EntryKind.ELSEWHERE ? elsewhere : page

            Component {
                id: page

                RowDelegate {
                    aside: answer.aside
                    detail: answer.detail
                    iconName: answer.kind === Visit.EntryKind.GUIDE ? "play" : answer.kind === Visit.EntryKind.PROCEDURE ? "paper" : "printer"
                    objectName: answer.kind === Visit.EntryKind.GUIDE ? `guide-${answer.id}` : `procedure-${answer.id}`
                    text: answer.name
                    verbatim: answer.kind !== Visit.EntryKind.GUIDE
                    onClicked: {
                        if (answer.kind === Visit.EntryKind.GUIDE)
                            rows.guideChosen(answer.id);
                        else if (answer.kind === Visit.EntryKind.PROCEDURE)
                            rows.procedureChosen(answer.id);
                        else
                            rows.nameChosen(answer.id);
                    }
                }
            }

            Component {
                id: elsewhere

                NoticeBand {
                    actionText: qsTr("Nhờ chỉ đường")
                    objectName: `elsewhere-${answer.id}`
                    text: [qsTr("Máy này không làm việc này."), answer.detail, answer.aside].filter(part => part.length > 0).join(" ")
                    title: answer.name
                    onActed: rows.helpWanted()
                }
            }
        }
    }
}
