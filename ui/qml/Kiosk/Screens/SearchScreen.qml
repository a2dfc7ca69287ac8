import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// Own words: results while typing, and a volunteer when nothing fits.
VisitScreen {
    id: screen

    required property SearchViewModel model

    keyboard: KeyPanel.Letters
    place: qsTr("Tìm việc")

    ColumnLayout {
        anchors.fill: parent
        spacing: Size.medium

        SearchField {
            id: field

            Layout.fillWidth: true
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
            Layout.fillHeight: true
            Layout.fillWidth: true

            ProcedureRows {
                id: rows

                Layout.fillWidth: true
                procedures: screen.model.results
                onChosen: id => {
                    if (id.length > 0)
                        screen.model.openProcedure(id);
                    else
                        screen.shell.callHelp();
                }
            }

            Words {
                Layout.fillWidth: true
                quiet: true
                text: qsTr("Gõ vài chữ, không cần dấu. Ví dụ: tam tru, khai sinh, lam can cuoc.")
                visible: screen.model.query.length === 0
            }

            NoticeBand {
                Layout.fillWidth: true
                actionText: qsTr("Nhờ tìm giúp")
                kind: NoticeBand.Warning
                text: qsTr("Không thấy việc này. Ông/bà thử chữ khác hoặc gọi người hỗ trợ.")
                visible: screen.model.empty
                onActed: screen.shell.callHelp()
            }
        }
    }
}
