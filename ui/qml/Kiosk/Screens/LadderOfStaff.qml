pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// For the staff: the layers between the kiosk and the card, and the first that broke. Folded: no citizen has to read it.
ColumnLayout {
    id: ladder

    required property var rungs
    required property string staff
    property bool open: false
    readonly property string spoken: ""
    readonly property var names: ({
        [Ladder.Rung.SERVICE]: qsTr("Dịch vụ thẻ"),
        [Ladder.Rung.DRIVER]: qsTr("Trình điều khiển"),
        [Ladder.Rung.READER]: qsTr("Máy đọc"),
        [Ladder.Rung.CARD]: qsTr("Thẻ"),
        [Ladder.Rung.APPLICATION]: qsTr("Ứng dụng trên chip"),
        [Ladder.Rung.ACCESS]: qsTr("Số mở chip"),
        [Ladder.Rung.DATA]: qsTr("Dữ liệu")
    })

    spacing: Size.small

    QuietButton {
        Layout.fillWidth: true
        iconName: ladder.open ? "arrow-up" : "arrow-down"
        text: ladder.open ? qsTr("Cất phần cho nhân viên") : qsTr("Cho nhân viên: hỏng ở đâu")
        textSize: TypeScale.chrome
        onClicked: ladder.open = !ladder.open
    }

    Words {
        Layout.fillWidth: true
        kind: TypeScale.Chrome
        text: ladder.staff
        visible: ladder.open
    }

    Repeater {
        model: ladder.open ? ladder.rungs : null

        RowLayout {
            id: row

            required property int rung
            required property bool works
            required property bool broken

            Layout.fillWidth: true
            spacing: Size.medium

            Icon {
                name: row.broken ? "error" : row.works ? "circle-check" : "circle"
                side: Size.mm(7)
                tint: row.broken ? Colour.errorInk : row.works ? Colour.goodInk : Colour.quiet
            }

            Words {
                Layout.fillWidth: true
                color: row.broken ? Colour.errorInk : row.works ? Colour.ink : Colour.quiet
                kind: TypeScale.Chrome
                strong: row.broken
                text: ladder.names[row.rung] + (row.broken ? qsTr(": hỏng ở đây") : row.works ? qsTr(": được") : qsTr(": chưa tới"))
            }
        }
    }
}
