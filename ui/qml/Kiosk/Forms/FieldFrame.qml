import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style

// What stands around every control of a form: its label, a hint, the error in the same words as in the summary.
ColumnLayout {
    id: frame

    required property string label
    property string hint: ""
    property string error: ""
    default property alias control: slot.data

    spacing: Size.small

    Words {
        Layout.fillWidth: true
        kind: TypeScale.Lead
        strong: true
        text: frame.label
        visible: frame.label.length > 0
    }

    Words {
        Layout.fillWidth: true
        Accessible.name: frame.hint
        quiet: true
        spoken: frame.hint
        text: TypeScale.tied(frame.hint)
        visible: frame.hint.length > 0
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Size.small
        visible: frame.error.length > 0

        Icon {
            Layout.alignment: Qt.AlignTop
            name: "error"
            side: Size.mm(7)
            tint: Look.theme === Look.HighContrast ? Colour.mark : Colour.errorInk
        }

        Words {
            Accessible.role: Accessible.AlertMessage
            Layout.fillWidth: true
            color: Colour.errorInk
            strong: true
            text: frame.error
        }
    }

    ColumnLayout {
        id: slot

        Layout.fillHeight: true
        Layout.fillWidth: true
        spacing: Size.gap
    }
}
