import QtQuick
import Kiosk.Style

// THẺ MẪU: stands on every screen and paper that shows data of a made-up person.
Rectangle {
    id: band

    property string text: qsTr("THẺ MẪU: người và số liệu đều là giả")
    property string spoken: band.text

    Accessible.name: band.text
    Accessible.role: Accessible.Note
    border.color: Colour.ink
    border.width: Size.edge
    color: Colour.warn
    implicitHeight: words.implicitHeight + 2 * Size.small
    implicitWidth: Size.mm(120)

    Words {
        id: words

        Accessible.ignored: true
        anchors.left: parent.left
        anchors.margins: Size.padding
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        color: Colour.warnInk
        horizontalAlignment: Text.AlignHCenter
        kind: TypeScale.Chrome
        strong: true
        text: band.text
    }
}
