import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style

// One line of text as an answer. `value` comes in, `edited` goes out; the control keeps nothing else.
FieldFrame {
    id: entry

    required property string value
    property string name: entry.label // for a page whose heading is the label already
    property int layout: KeyPanel.Letters
    property bool vietnamese: entry.layout === KeyPanel.Letters
    property bool capitals: false
    property int maximumLength: 200
    property bool tall: false
    readonly property alias field: field

    signal edited(string value)
    signal accepted

    onValueChanged: {
        if (field.text !== entry.value)
            field.text = entry.value;
    }

    EntryField {
        id: field

        Accessible.description: [entry.hint, entry.error].filter(part => part.length > 0).join(". ")
        Layout.fillWidth: true
        Layout.maximumWidth: entry.tall || entry.width < 1.4 * Size.readable ? entry.width : Size.readable // no narrow rest beside it
        capitals: entry.capitals ? Font.AllUppercase : Font.MixedCase
        faulty: entry.error.length > 0
        focus: true
        layout: entry.layout
        maximumLength: entry.maximumLength
        name: entry.name
        tall: entry.tall
        objectName: "entryField"
        vietnamese: entry.vietnamese
        Component.onCompleted: field.text = entry.value
        onAccepted: entry.accepted()
        onTextChanged: {
            if (field.text !== entry.value)
                entry.edited(field.text);
        }
    }
}
