import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.PortalLink
import Kiosk.Style

// One value and how its field stands: an icon and a word carry it, the colour only helps.
Rectangle {
    id: row

    required property string key
    required property string says
    required property int stands
    required property string value
    required property string onPage
    required property bool isFile
    required property bool canMend
    required property bool inferred
    required property bool needsRow
    property bool mendable: true
    readonly property string word: ({
            [EntryStates.TO_DO]: qsTr("Chưa điền"),
            [EntryStates.DOING]: qsTr("Đang điền"),
            [EntryStates.FILLED]: row.isFile ? qsTr("Trang đã nhận") : qsTr("Đã điền"),
            [EntryStates.DEFAULT]: qsTr("Trang tự ghi"),
            [EntryStates.EMPTY]: qsTr("Còn trống"),
            [EntryStates.WRONG]: qsTr("Chưa đúng"),
            [EntryStates.ELSEWHERE]: row.needsRow ? qsTr("Thiếu dòng") : qsTr("Không có ở trang này")
        })[row.stands] ?? ""
    readonly property bool narrow: row.width < 18 * TypeScale.body // then "Sửa" stands below the value
    readonly property bool good: row.stands === EntryStates.FILLED
    readonly property bool bad: row.stands === EntryStates.EMPTY || row.stands === EntryStates.WRONG
    readonly property bool odd: row.stands === EntryStates.DEFAULT
    readonly property color letters: row.good ? Colour.goodInk : row.bad ? Colour.errorInk : row.odd ? Colour.warnInk : Colour.ink
    readonly property string spoken: `${row.says}. ${row.word}`

    signal mended(string key)

    Accessible.description: row.word
    Accessible.name: row.says
    Accessible.role: Accessible.ListItem
    border.color: row.stands === EntryStates.DOING ? Colour.accent : row.letters
    border.width: row.stands === EntryStates.DOING ? Size.edge * 2 : Size.line
    color: row.good ? Colour.good : row.bad ? Colour.error : row.odd ? Colour.warn : Colour.surface
    implicitHeight: inside.implicitHeight + 2 * Size.small
    implicitWidth: Size.mm(100)
    radius: Size.radius

    GridLayout {
        id: inside

        anchors.left: parent.left
        anchors.margins: Size.mm(3)
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        columnSpacing: Size.gap
        columns: 3
        rowSpacing: Size.small

        Icon {
            Layout.alignment: Qt.AlignTop
            name: row.good ? "circle-check" : row.bad ? "error" : row.odd ? "warning" : row.stands === EntryStates.DOING ? "edit" : "circle"
            side: TypeScale.bodyLine
            tint: Look.theme === Look.HighContrast ? Colour.mark : row.letters
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Words {
                Layout.fillWidth: true
                color: row.letters
                quiet: true
                text: TypeScale.tied(row.says) + "\u00a0· " + row.word.replace(/ /g, "\u00a0")
            }

            Words {
                Layout.fillWidth: true
                color: row.letters
                kind: TypeScale.Lead
                strong: true
                text: row.value
                verbatim: true
                visible: row.value.length > 0
            }

            Words {
                Layout.fillWidth: true
                color: row.letters
                text: TypeScale.tied(row.isFile ? qsTr("Ông/bà chạm nút tải tệp trên trang, rồi chọn giấy.") : qsTr("Trang đang ghi: %1").arg(row.onPage))
                visible: row.isFile ? !row.good : row.onPage.length > 0
            }

            Words {
                Layout.fillWidth: true
                color: row.letters
                text: TypeScale.tied(qsTr("Ông/bà thêm một dòng vào bảng trên trang, rồi bấm điền lại."))
                visible: row.needsRow
            }

            Words {
                Layout.fillWidth: true
                color: row.letters
                text: TypeScale.tied(qsTr("Tên ô này máy chỉ đoán. Ông/bà xem kỹ."))
                visible: row.inferred && row.stands !== EntryStates.TO_DO
            }
        }

        QuietButton {
            Layout.column: row.narrow ? 1 : 2
            Layout.row: row.narrow ? 1 : 0
            enabled: row.mendable
            iconName: "edit"
            objectName: `mend-${row.key}`
            spoken: ""
            text: qsTr("Sửa")
            visible: row.canMend
            Accessible.name: qsTr("Sửa %1").arg(row.says)
            onClicked: row.mended(row.key)
        }
    }
}
