import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style

// One labelled value with its origin, and a button to change it where that is possible.
Together {
    id: line

    required property string label
    required property string value
    required property string spokenValue
    required property int origin
    // What to look at in it: an old place name and what it is today; mostly empty.
    required property string note
    property bool changeable: false
    readonly property bool narrow: line.width < Size.mm(150)

    signal changeAsked

    columnSpacing: Size.medium
    columns: line.narrow ? 2 : 3
    rowSpacing: 0

    ColumnLayout {
        Layout.columnSpan: line.narrow ? 2 : 1
        Layout.fillWidth: true
        spacing: 0

        Words {
            Layout.fillWidth: true
            quiet: true
            text: line.label
        }

        Words {
            Layout.fillWidth: true
            font.weight: Font.DemiBold
            spoken: line.spokenValue
            text: line.value.length > 0 ? line.value : qsTr("(để trống)")
            verbatim: line.value.length > 0
        }

        Words {
            Layout.fillWidth: true
            color: Colour.accent
            text: line.note
            visible: line.note.length > 0
        }
    }

    OriginTag {
        Layout.alignment: Qt.AlignVCenter
        Layout.fillWidth: line.narrow
        Layout.minimumWidth: Size.mm(34)
        visitOrigin: line.origin
    }

    QuietButton {
        Accessible.name: qsTr("Sửa %1").arg(line.label)
        iconName: "edit"
        spoken: ""
        text: qsTr("Sửa")
        visible: line.changeable
        onClicked: line.changeAsked()
    }
}
