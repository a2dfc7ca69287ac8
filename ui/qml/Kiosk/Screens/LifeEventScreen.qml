import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Visit

// The procedures behind one life event.
VisitScreen {
    id: screen

    required property LifeEventViewModel model

    heading: screen.model.name
    place: qsTr("Thủ tục")

    ScrollColumn {
        anchors.fill: parent

        Words {
            Layout.fillWidth: true
            quiet: true
            text: screen.model.hint
        }

        ProcedureRows {
            id: rows

            Layout.fillWidth: true
            procedures: screen.model.procedures
            onChosen: id => screen.model.openProcedure(id)
        }

        NoticeBand {
            Layout.fillWidth: true
            text: qsTr("Máy chưa có việc nào ở mục này. Ông/bà gọi người hỗ trợ.")
            visible: rows.count === 0
        }
    }
}
