import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// Is this it, what does it cost, how long, where, what do I bring: in that order and in one look. What can be done with
// it stands together: beside the answers on a wide screen, below them within reach of a wheelchair on an upright one.
VisitScreen {
    id: screen

    required property ProcedureViewModel model
    readonly property bool aside: !screen.portrait && (TypeScale.growth < 1.2 || screen.height > Size.mm(200))

    heading: screen.model.name
    place: qsTr("Thủ tục")

    GridLayout {
        anchors.fill: parent
        columnSpacing: Size.large
        columns: screen.aside ? 2 : 1
        rowSpacing: Size.medium

        ScrollColumn {
            id: scroll

            readonly property string of: screen.model.name

            Layout.fillHeight: true
            Layout.fillWidth: true
            onOfChanged: scroll.toTop()

            Words {
                Layout.fillWidth: true
                kind: TypeScale.Lead
                text: screen.model.summary
            }

            NoticeBand {
                Layout.fillWidth: true
                kind: NoticeBand.Warning
                text: qsTr("Chưa xác minh, hỏi cán bộ: %1.").arg(screen.model.unconfirmed)
                visible: screen.model.unconfirmed.length > 0
            }

            ProcedureFacts {
                Layout.fillWidth: true
                model: screen.model
            }

            PhoneFiling {
                Layout.fillWidth: true
                rows: screen.model.phoneQr
                visible: !actions.withPhone && screen.model.phoneQr.length > 0
            }

            ProcedurePapers {
                Layout.fillWidth: true
                model: screen.model
            }

            ProcedureRest {
                Layout.fillWidth: true
                model: screen.model
            }
        }

        ProcedureActions {
            id: actions

            Layout.fillHeight: screen.aside
            Layout.fillWidth: !screen.aside
            Layout.preferredWidth: screen.aside ? Math.min(Size.mm(130), screen.width * (TypeScale.growth > 1.1 ? 0.34 : 0.3)) : screen.width
            columns: screen.aside ? 1 : screen.portrait ? 2 : 4
            model: screen.model
            shell: screen.shell
            withPhone: screen.aside || screen.portrait
        }
    }
}
