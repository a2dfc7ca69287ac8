pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Style

// A phone as a line drawing: the title of the app's screen, its rows, and the one spot to touch, lit.
Rectangle {
    id: phone

    required property string title
    required property var lines // the rows on the phone's screen
    required property int lit // index of the row to touch; -1 for none
    readonly property bool verbatim: true // what stands on the phone stands there in Vietnamese
    property string spoken: phone.lit >= 0 && phone.lit < phone.lines.length ? qsTr("Trên điện thoại, chạm vào: %1").arg(phone.lines[phone.lit]) : phone.title

    Accessible.name: phone.spoken
    Accessible.role: Accessible.Graphic
    border.color: Colour.ink
    border.width: Size.mm(1.2)
    color: Colour.surface
    implicitHeight: implicitWidth * 1.75
    implicitWidth: Size.mm(75)
    radius: Size.mm(8)

    Rectangle { // the ear piece
        anchors.horizontalCenter: parent.horizontalCenter
        color: Colour.ink
        height: Size.mm(1.2)
        radius: height / 2
        width: Size.mm(14)
        y: Size.mm(4)
    }

    Column {
        anchors.fill: parent
        anchors.margins: Size.mm(5)
        anchors.topMargin: Size.mm(9)
        spacing: Size.small

        Words {
            Accessible.ignored: true
            horizontalAlignment: Text.AlignHCenter
            kind: TypeScale.Chrome
            strong: true
            text: phone.title
            width: parent.width
        }

        Repeater {
            model: phone.lines

            Rectangle {
                id: row

                required property int index
                required property string modelData
                readonly property bool lit: row.index === phone.lit

                border.color: row.lit ? Colour.accent : Colour.hairline
                border.width: row.lit ? Size.mm(1.2) : Size.line
                color: row.lit ? Colour.warn : Colour.surface
                height: Math.max(Size.mm(12), words.implicitHeight + Size.small * 2)
                radius: Size.radius
                width: parent.width

                Words {
                    id: words

                    Accessible.ignored: true
                    anchors.left: parent.left
                    anchors.margins: Size.mm(3)
                    anchors.right: hand.left
                    anchors.verticalCenter: parent.verticalCenter
                    color: row.lit ? Colour.warnInk : Colour.quiet
                    font.weight: row.lit ? Font.DemiBold : Font.Normal
                    kind: TypeScale.Chrome
                    text: row.modelData
                }

                Icon {
                    id: hand

                    anchors.right: parent.right
                    anchors.rightMargin: Size.small
                    anchors.verticalCenter: parent.verticalCenter
                    name: "hand"
                    side: row.lit ? Size.mm(9) : 1
                    tint: Colour.accent
                    visible: row.lit
                }
            }
        }
    }
}
