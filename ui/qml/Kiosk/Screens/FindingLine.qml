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

    spacing: Size.medium

    Icon {
        Layout.alignment: Qt.AlignTop
        name: ["", "circle-check", "warning", "error"][line.readiness]
        side: Size.mm(8)
        tint: [Colour.ink, Colour.goodInk, Colour.warnInk, Colour.errorInk][line.readiness]
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        Words {
            readonly property string word: ["", qsTr("sẵn sàng"), qsTr("cần xem"), qsTr("hỏng")][line.readiness]

            Layout.fillWidth: true
            strong: line.readiness > Staff.Readiness.READY
            text: line.facts.length > 0 ? `${line.name}: ${word} (${line.facts})` : `${line.name}: ${word}`
        }

        Words {
            Layout.fillWidth: true
            quiet: true
            text: `${line.title} ${line.remedy}`
            visible: line.title.length > 0
        }
    }
}
