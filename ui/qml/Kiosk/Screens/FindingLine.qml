import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// One service as the doctor found it: shape and word say how it stands, then what to do.
RowLayout {
    id: line

    required property string name
    required property int readiness
    required property string facts
    required property string title
    required property string remedy
    readonly property var standings: ({
        [Staff.Readiness.READY]: {
            icon: "circle-check",
            tint: Colour.goodInk,
            word: qsTr("sẵn sàng")
        },
        [Staff.Readiness.ATTENTION]: {
            icon: "warning",
            tint: Colour.warnInk,
            word: qsTr("cần xem")
        },
        [Staff.Readiness.BROKEN]: {
            icon: "error",
            tint: Colour.errorInk,
            word: qsTr("hỏng")
        }
    })
    readonly property var standing: line.standings[line.readiness]

    spacing: Size.medium

    Icon {
        Layout.alignment: Qt.AlignTop
        name: line.standing.icon
        side: Size.mm(8)
        tint: line.standing.tint
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        Words {
            Layout.fillWidth: true
            strong: line.readiness !== Staff.Readiness.READY
            text: line.facts.length > 0 ? `${line.name}: ${line.standing.word} (${line.facts})` : `${line.name}: ${line.standing.word}`
        }

        Words {
            Layout.fillWidth: true
            quiet: true
            text: `${line.title} ${line.remedy}`
            visible: line.title.length > 0
        }
    }
}
