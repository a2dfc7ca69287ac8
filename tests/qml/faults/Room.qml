import QtQuick
import Kiosk.Components

// One short sentence at the top of an empty page.
ScreenFrame {
    heading: "Ông/bà khai cho ai?"
    mainText: "Tiếp tục"
    place: "Tờ khai"

    Words {
        text: "Cho tôi"
    }
}
