import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style

// One thing to do, with its number in a disc.
RowLayout {
    id: step

    required property int number
    required property string text
    property bool large: false // a page with little else on it
    property string spoken: `${step.number}. ${step.text}`

    spacing: Size.medium

    Rectangle {
        Layout.alignment: Qt.AlignTop
        color: Colour.main
        implicitHeight: Size.mm(step.large ? 17 : 13)
        implicitWidth: Size.mm(step.large ? 17 : 13)
        radius: width / 2

        Text {
            Accessible.ignored: true
            anchors.centerIn: parent
            color: Colour.mainLetters
            font.family: TypeScale.family
            font.pixelSize: step.large ? TypeScale.heading : TypeScale.lead
            font.weight: Font.Bold
            text: step.number
        }
    }

    Words {
        Layout.fillWidth: true
        Accessible.name: step.text
        kind: step.large ? TypeScale.Heading : TypeScale.Lead
        strong: false
        text: TypeScale.tied(step.text)
    }
}
