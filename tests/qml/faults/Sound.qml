import QtQuick
import Kiosk.Components
import Kiosk.Style

// Nothing wrong here: the rules must stay silent.
ScreenFrame {
    heading: Look.english ? "All is well" : "Mọi việc đều ổn"
    mainText: Look.english ? "Go on" : "Tiếp tục"
    place: Look.english ? "Start" : "Trang đầu"

    Words {
        anchors.fill: parent
        text: Look.english ? "One sentence that fits." : "Một câu vừa chỗ."
    }
}
