pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kiosk.Style

// One line of typed text with an edge, a focus ring and room for marks. Never keeps a clipboard, never suggests.
T.TextField {
    id: field

    required property string name // what the voice calls it
    property bool faulty: false
    property bool vietnamese: true // marks are composed while typing on a physical keyboard
    property int capitals: Font.MixedCase
    property int layout: KeyPanel.Letters
    property bool tall: false // the only field of a page that has room
    readonly property bool low: field.layout === KeyPanel.Digits || field.layout === KeyPanel.PaperNumber // one row of keys
    readonly property bool tallest: field.tall && (field.Window.height > field.Window.width || (field.low && field.Window.height > Size.high)) // and much of the page is free
    property string spoken: field.name

    Accessible.name: field.name
    Accessible.role: Accessible.EditableText
    activeFocusOnTab: true
    color: Colour.ink
    font.capitalization: field.capitals
    font.family: TypeScale.family
    font.pixelSize: field.tallest ? TypeScale.title : field.tall ? TypeScale.heading : TypeScale.lead
    font.weight: Font.Medium
    implicitHeight: Math.max(field.tallest ? Size.mm(66) : field.tall ? Size.mm(28) : Size.touch, field.contentHeight + field.topPadding + field.bottomPadding)
    implicitWidth: Size.mm(110)
    inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhSensitiveData
    bottomPadding: Size.mm(1.2)
    leftPadding: Size.padding
    persistentSelection: false
    placeholderTextColor: Colour.quiet
    rightPadding: Size.padding
    selectByMouse: true
    selectedTextColor: Colour.mainLetters
    selectionColor: Colour.main
    topPadding: Size.mm(1.2)
    verticalAlignment: TextInput.AlignVCenter

    background: Rectangle {
        border.color: field.faulty ? Colour.errorInk : field.activeFocus ? Colour.focus : Colour.edge
        border.width: field.faulty || field.activeFocus ? Size.edge * 1.5 : Size.edge
        color: Colour.surface
        radius: Size.radius

        FocusRing {
            shown: field.activeFocus
        }
    }
    cursorDelegate: Rectangle {
        color: Colour.accent
        visible: field.activeFocus
        width: Size.edge
    }
}
