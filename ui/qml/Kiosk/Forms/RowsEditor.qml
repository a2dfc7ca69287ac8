pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style

// A table that grows: the members of a household, papers handed in. Each row is one sentence with "Sửa" and "Xóa".
FieldFrame {
    id: editor

    required property var rows // one sentence a row
    property string addText: qsTr("Thêm người")
    property string emptyText: qsTr("Chưa có dòng nào")
    property int maximum: 20

    signal added
    signal editAsked(int index)
    signal removeAsked(int index)

    Words {
        Layout.fillWidth: true
        quiet: true
        text: editor.emptyText
        visible: editor.rows.length === 0
    }

    Repeater {
        model: editor.rows

        PageCard {
            id: row

            required property int index
            required property string modelData

            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: Math.max(implicitHeight, Size.mm(110))

            GridLayout {
                Layout.fillWidth: true
                columnSpacing: Size.gap
                columns: row.width > Size.mm(170) ? 3 : 2
                rowSpacing: Size.small

                Words {
                    Layout.columnSpan: row.width > Size.mm(170) ? 1 : 2
                    Layout.fillWidth: true
                    kind: TypeScale.Lead
                    text: `${row.index + 1}. ${row.modelData}`
                    verbatim: true
                }

                QuietButton {
                    Accessible.name: qsTr("Sửa dòng %1").arg(row.index + 1)
                    iconName: "edit"
                    text: qsTr("Sửa")
                    onClicked: editor.editAsked(row.index)
                }

                QuietButton {
                    Accessible.name: qsTr("Xóa dòng %1").arg(row.index + 1)
                    iconName: "trash"
                    text: qsTr("Xóa")
                    onClicked: editor.removeAsked(row.index)
                }
            }
        }
    }

    QuietButton {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.maximumHeight: Math.max(implicitHeight, Size.mm(110))
        iconName: "plus"
        text: editor.addText
        visible: editor.rows.length < editor.maximum
        onClicked: editor.added()
    }
}
