import QtQuick
import Kiosk.Style

// Our own drawing: a hand's card comes down onto the reader and stays. `placed` draws it lying there.
Item {
    id: drawing

    property bool placed: false
    property bool reading: false
    readonly property real scaleUnit: Math.min(drawing.width / 240, drawing.height / (180 + drawing.highest))
    readonly property real highest: 34 // units the card is lifted above its place, within the drawing's own height
    readonly property real aside: Math.min(18 * drawing.scaleUnit, (drawing.width - 240 * drawing.scaleUnit) / 2) // the hand stays within the drawing
    readonly property real middle: (drawing.height + drawing.highest * drawing.scaleUnit - 180 * drawing.scaleUnit) / 2
    property string spoken: drawing.placed ? qsTr("Thẻ nằm trên đầu đọc") : qsTr("Hình vẽ: đặt thẻ lên đầu đọc, mặt có chip úp xuống")

    Accessible.name: drawing.spoken
    Accessible.role: Accessible.Graphic
    implicitHeight: Size.mm(75)
    implicitWidth: Size.mm(100)

    Drawing {
        anchors.horizontalCenter: parent.horizontalCenter
        height: 180 * drawing.scaleUnit
        name: "reader"
        width: 240 * drawing.scaleUnit
        y: drawing.middle
    }

    Drawing {
        id: card

        property real lift: 1

        height: 180 * drawing.scaleUnit
        name: drawing.placed ? "card-flat" : "card-held"
        width: 240 * drawing.scaleUnit
        x: (drawing.width - width) / 2 + (drawing.placed ? 0 : card.lift * drawing.aside)
        y: drawing.middle - (drawing.placed ? 0 : card.lift * drawing.highest * drawing.scaleUnit)

        SequentialAnimation on lift {
            loops: Animation.Infinite
            running: !drawing.placed && Motion.on && drawing.visible

            PauseAnimation {
                duration: Motion.drawing * 0.2
            }

            NumberAnimation {
                duration: Motion.drawing * 0.4
                easing.type: Easing.InOutQuad
                from: 1
                to: 0
            }

            PauseAnimation {
                duration: Motion.drawing * 0.4
            }

            NumberAnimation {
                duration: Motion.quick
                to: 1
            }
        }
    }

    Drawing {
        anchors.horizontalCenter: parent.horizontalCenter
        height: 180 * drawing.scaleUnit
        name: "reader-waves"
        visible: drawing.reading
        width: 240 * drawing.scaleUnit
        y: drawing.middle

        SequentialAnimation on opacity {
            loops: Animation.Infinite
            running: drawing.reading && Motion.on

            NumberAnimation {
                duration: Motion.slow
                from: 1
                to: 0.25
            }

            NumberAnimation {
                duration: Motion.slow
                from: 0.25
                to: 1
            }
        }
    }
}
