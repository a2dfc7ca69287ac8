pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// Below the answers: who may file, what gets a dossier returned, what changes, and where all of it comes from, folded.
ColumnLayout {
    id: rest

    required property ProcedureViewModel model

    spacing: Size.medium

    PageCard {
        Layout.fillWidth: true
        visible: rest.model.who.length > 0

        FactLine {
            Layout.fillWidth: true
            iconName: "person"
            label: qsTr("Ai làm được")
            text: rest.model.who
        }
    }

    PageCard {
        Layout.fillWidth: true
        title: qsTr("Hay bị trả hồ sơ vì")
        visible: rest.model.pitfalls.length > 0

        Repeater {
            model: rest.model.pitfalls

            IconLine {
                required property string modelData

                Layout.fillWidth: true
                iconName: "warning"
                text: modelData
            }
        }
    }

    Repeater {
        model: rest.model.notices

        NoticeBand {
            required property string modelData

            Layout.fillWidth: true
            text: modelData
        }
    }

    NoticeBand {
        Layout.fillWidth: true
        text: rest.model.notes
        visible: rest.model.notes.length > 0
    }

    FoldedSources {
        Layout.fillWidth: true
        sources: [rest.model.code.length > 0 ? qsTr("Tên chính thức: %1. Mã thủ tục: %2.").arg(rest.model.officialName).arg(rest.model.code) : qsTr("Tên chính thức: %1.").arg(rest.model.officialName), ...rest.model.sources]
    }
}
