pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Style

// A short number in boxes, one digit each (the six digits of the card); more than eight stand closer together. Shows,
// does not take input.
Row {
    id: boxes

    required property string digits
    required property int count
    property bool hidden: false
    readonly property bool many: boxes.count > 8
    property string label: ""
    property string spoken: qsTr("%1: đã nhập %2 trên %3 số").arg(boxes.label).arg(boxes.digits.length).arg(boxes.count)

    Accessible.description: qsTr("Đã nhập %1 trên %2 số").arg(boxes.digits.length).arg(boxes.count)
    Accessible.name: boxes.label
    Accessible.role: Accessible.StaticText
    spacing: boxes.many ? Size.edge * 2 : Size.small

    Repeater {
        model: boxes.count

        Rectangle {
            id: box

            required property int index
            readonly property bool next: box.index === boxes.digits.length

            border.color: box.next ? Colour.accent : Colour.edge
            border.width: box.next ? Size.edge * 2 : Size.edge
            color: Colour.surface
            height: Size.mm(18)
            radius: Size.radius
            width: Size.mm(boxes.many ? 7 : 14)

            Text {
                Accessible.ignored: true
                anchors.centerIn: parent
                color: Colour.ink
                font.family: TypeScale.family
                font.pixelSize: TypeScale.digits
                font.weight: Font.DemiBold
                text: box.index < boxes.digits.length ? (boxes.hidden ? "•" : boxes.digits.charAt(box.index)) : ""
            }
        }
    }
}
