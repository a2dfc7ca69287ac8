import QtQuick
import Kiosk.Style

// Where am I, and the four comforts. Two rows where one is too narrow.
Rectangle {
    id: line

    required property string place
    required property string step
    property bool specimen: false // said here while the keyboard takes the room of the band
    readonly property bool tall: line.width < comforts.width + 2 * Size.margin + Size.mm(75)
    property string spoken: [line.place, line.step].filter(part => part.length > 0).join(". ")

    signal placeHeld

    color: Colour.sunken
    implicitHeight: (line.tall ? comforts.height + where.height + Size.small : Math.max(comforts.height, where.height)) + 2 * Size.small

    Column {
        id: where

        width: line.tall ? parent.width - 2 * Size.margin : comforts.x - 2 * Size.margin
        x: Size.margin
        y: line.tall ? comforts.y + comforts.height + Size.small : Math.round((parent.height - height) / 2)

        Words {
            kind: Words.Chrome
            strong: true
            text: line.place
            width: parent.width
        }

        Words {
            kind: Words.Chrome
            quiet: !line.specimen
            strong: line.specimen
            text: [line.specimen ? qsTr("THẺ MẪU") : "", line.step].filter(part => part.length > 0).join(" · ")
            visible: text.length > 0
            width: parent.width
        }

        TapHandler { // nobody finds it by chance: two seconds on the place's name
            gesturePolicy: TapHandler.WithinBounds
            longPressThreshold: 2
            onLongPressed: line.placeHeld()
        }
    }

    ComfortBar {
        id: comforts

        anchors.right: parent.right
        anchors.rightMargin: Size.margin
        anchors.top: parent.top
        anchors.topMargin: Size.small
    }

    Rectangle {
        anchors.bottom: parent.bottom
        color: Colour.accent
        height: Size.edge
        width: parent.width
    }
}
