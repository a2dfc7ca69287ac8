import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// Own words: results while typing, and a volunteer when nothing fits.
VisitScreen {
    id: screen

    required property SearchViewModel model
    readonly property bool bare: screen.portrait && (screen.model.query.length === 0 || screen.model.empty) // an upright page with little on it

    keyboard: KeyPanel.Letters
    place: qsTr("Tìm việc")

    ColumnLayout {
        anchors.fill: parent
        spacing: Look.cramped ? Size.small : Size.medium

        SearchField {
            id: field

            Layout.fillWidth: true
            Layout.preferredHeight: screen.bare ? Size.mm(40) : implicitHeight
            focus: true
            name: qsTr("Tìm việc")
            placeholder: qsTr("Ông/bà cần làm việc gì?")
            onEdited: text => screen.model.find(text)
            Component.onCompleted: {
                field.text = screen.model.query;
                field.forceActiveFocus();
            }
        }

        ScrollColumn {
            id: results

            readonly property string asked: screen.model.query

            onAskedChanged: results.toTop()
            Layout.fillHeight: true
            Layout.fillWidth: true

            AnswerRows {
                Layout.fillWidth: true
                answers: screen.model.results
                onHelpWanted: screen.shell.callHelp()
                onGuideChosen: id => screen.model.startGuide(id)
                onNameChosen: code => screen.model.printName(code)
                onProcedureChosen: id => screen.model.openProcedure(id)
            }

            Words {
                Layout.fillWidth: true
                kind: screen.portrait ? TypeScale.Title : TypeScale.Body
                quiet: true
                strong: false
                text: qsTr("Gõ vài chữ, không cần dấu. Ví dụ: tam tru, quen mat khau VNeID, mau CT01.")
                visible: screen.model.query.length === 0
            }

            NoticeBand {
                Layout.fillWidth: true
                actionText: screen.portrait ? "" : qsTr("Nhờ tìm giúp")
                kind: NoticeBand.Warning
                text: qsTr("Không thấy việc này. Ông/bà thử chữ khác hoặc gọi người hỗ trợ.")
                visible: screen.model.empty
                onActed: screen.shell.callHelp()
            }

            QuietButton {
                Layout.fillWidth: true
                Layout.preferredHeight: Size.mm(30)
                iconName: "help"
                text: qsTr("Nhờ tìm giúp")
                visible: screen.model.empty && screen.portrait
                onClicked: screen.shell.callHelp()
            }
        }
    }
}
