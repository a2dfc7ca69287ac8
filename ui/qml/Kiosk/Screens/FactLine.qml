import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style

// One fact of a procedure: icon, what it is, the fact in large letters, what else is to be known in smaller ones.
RowLayout {
    id: fact

    required property string iconName
    required property string label
    required property string text
    property string more: ""
    property bool large: false // a page with little else on it
    readonly property bool verbatim: /^[\d.,]+ đồng\.?$/.test(fact.text) // a bare sum is the same in every language

    Layout.bottomMargin: Size.small
    spacing: Size.medium
    visible: fact.text.length > 0

    Icon {
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: Size.tiny
        name: fact.iconName
        side: Math.max(Size.mm(fact.large ? 13 : 9), TypeScale.bodyLine)
        tint: Colour.accent
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0

        Together {
            columns: 1
            rowSpacing: 0

            Words {
                Layout.fillWidth: true
                quiet: true
                text: fact.label
            }

            Words {
                Layout.fillWidth: true
                Accessible.name: fact.text
                kind: fact.large ? TypeScale.Heading : TypeScale.Lead
                spoken: fact.text
                strong: true
                text: TypeScale.tied(fact.text)
            }
        }

        Words {
            Layout.fillWidth: true
            Accessible.name: fact.more
            spoken: fact.more
            text: TypeScale.tied(fact.more)
            visible: fact.more.length > 0
        }
    }
}
