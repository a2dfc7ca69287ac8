pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Style

// The sections of a declaration by name: ticked when they are behind, bold where one is.
Flow {
    id: sections

    required property var names
    required property int current
    property string spoken: sections.names.length > 0 ? qsTr("Phần %1").arg(sections.names[sections.current]) : ""

    Accessible.name: sections.spoken
    Accessible.role: Accessible.StaticText
    spacing: Size.small

    Repeater {
        model: sections.names

        Row {
            id: part

            required property int index
            required property string modelData
            readonly property bool done: part.index < sections.current
            readonly property bool here: part.index === sections.current

            rightPadding: Size.small
            spacing: Size.tiny

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: part.done ? "circle-check" : part.here ? "circle-dot" : "circle"
                side: Size.mm(6)
                tint: part.done ? Colour.goodInk : part.here ? Colour.accent : Colour.quiet
            }

            Words {
                Accessible.ignored: true
                anchors.verticalCenter: parent.verticalCenter
                kind: TypeScale.Chrome
                quiet: !part.here
                strong: part.here
                text: part.modelData
            }
        }
    }
}
