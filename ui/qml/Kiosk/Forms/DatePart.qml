import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style

// One box of a date: its word above, its digits below.
ColumnLayout {
    id: part

    required property string word
    required property string name
    required property string given
    required property int digits
    property bool faulty: false
    property bool tall: false
    readonly property alias typed: field.text

    signal changed
    signal filled
    signal accepted

    function take() {
        field.forceActiveFocus();
    }

    spacing: Size.tiny
    onGivenChanged: {
        if (field.text !== part.given)
            field.text = part.given;
    }

    Words {
        Accessible.ignored: true
        text: part.word
    }

    EntryField {
        id: field

        Layout.fillWidth: field.tallest
        Layout.preferredWidth: Size.mm((part.tall ? 34 : 16) + (part.tall ? 15 : 8) * part.digits)
        faulty: part.faulty
        focus: true
        font.pixelSize: field.tallest ? TypeScale.pixels(20) : part.tall ? TypeScale.pixels(15) : TypeScale.digits
        horizontalAlignment: TextInput.AlignHCenter
        inputMethodHints: Qt.ImhDigitsOnly | Qt.ImhSensitiveData
        layout: KeyPanel.Digits
        maximumLength: part.digits
        name: `${part.name}: ${part.word}`
        tall: part.tall
        validator: RegularExpressionValidator {
            regularExpression: /[0-9]*/
        }
        vietnamese: false
        Component.onCompleted: field.text = part.given
        onAccepted: part.accepted()
        onTextEdited: { // by the person; a value that comes in changes nothing
            part.changed();
            if (field.activeFocus && field.text.length === part.digits)
                part.filled();
        }
    }
}
