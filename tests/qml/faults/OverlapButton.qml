import QtQuick
import Kiosk.Components
import Kiosk.Style

// A button pushed over the end of a sentence: its frame covers letters that its own label does not touch.
Rectangle {
    color: Colour.paper

    Words {
        id: sentence

        text: "Tờ khai: đã in xong"
        x: Size.huge
        y: Size.huge
    }

    QuietButton {
        iconName: "refresh"
        text: "In lại"
        x: sentence.x + sentence.implicitWidth - Size.medium
        y: sentence.y - Size.medium
    }
}
