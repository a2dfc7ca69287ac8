import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Kiosk.Components
import Kiosk.Forms
import Kiosk.Style

// Several lines of text as an answer; the box grows with what is written.
FieldFrame {
    id: entry

    required property string value
    property string name: entry.label
    property int maximumLength: 1000

    signal edited(string value)

    onValueChanged: {
        if (area.text !== entry.value)
            area.text = entry.value;
    }

    T.TextArea {
        id: area

        readonly property int layout: KeyPanel.Letters
        readonly property bool vietnamese: true
        readonly property string spoken: entry.name

        Accessible.description: entry.error
        Accessible.multiLine: true
        Accessible.name: entry.name
        Accessible.role: Accessible.EditableText
        KeyNavigation.priority: KeyNavigation.BeforeItem
        KeyNavigation.tab: area.nextItemInFocusChain(true)
        Layout.fillWidth: true
        activeFocusOnTab: true
        color: Colour.ink
        font.family: TypeScale.family
        font.pixelSize: TypeScale.body
        font.weight: Font.Medium
        implicitHeight: Math.max(Size.touchLarge, area.contentHeight + area.topPadding + area.bottomPadding)
        inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
        padding: Size.padding
        selectByMouse: true
        selectedTextColor: Colour.mainLetters
        selectionColor: Colour.main
        wrapMode: TextEdit.Wrap

        background: Rectangle {
            border.color: entry.error.length > 0 ? Colour.errorInk : area.activeFocus ? Colour.focus : Colour.edge
            border.width: area.activeFocus ? Size.edge * 1.5 : Size.edge
            color: Colour.surface
            radius: Size.radius

            FocusRing {
                shown: area.activeFocus
            }
        }

        Component.onCompleted: {
            area.text = entry.value;
            area.cursorPosition = area.length;
        }
        onTextChanged: {
            if (area.length > entry.maximumLength)
                area.remove(entry.maximumLength, area.length);
            else if (area.text !== entry.value)
                entry.edited(area.text);
        }
    }
}
