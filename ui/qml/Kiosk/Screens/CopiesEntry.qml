import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Forms
import Kiosk.Style

// How many of each paper: one less, the number, one more.
FieldFrame {
    id: entry

    required property int copies
    required property int most

    signal wanted(int copies)

    label: qsTr("In mấy bản mỗi giấy?")

    RowLayout {
        spacing: Size.large

        TouchButton {
            Accessible.name: qsTr("Bớt 1 bản")
            enabled: entry.copies > 1
            iconName: "minus"
            implicitWidth: Size.touchLarge
            objectName: "fewerCopies"
            repeatable: true
            spoken: ""
            text: ""
            onClicked: entry.wanted(entry.copies - 1)
        }

        Words {
            Layout.minimumWidth: Size.mm(26)
            horizontalAlignment: Text.AlignHCenter
            kind: TypeScale.Lead
            strong: true
            text: qsTr("%n bản", "", entry.copies)
        }

        TouchButton {
            Accessible.name: qsTr("Thêm 1 bản")
            enabled: entry.copies < entry.most
            iconName: "plus"
            implicitWidth: Size.touchLarge
            objectName: "moreCopies"
            repeatable: true
            spoken: ""
            text: ""
            onClicked: entry.wanted(entry.copies + 1)
        }
    }
}
