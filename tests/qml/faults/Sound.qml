import QtQuick
import Kiosk.Components
import Kiosk.Style

// Nothing wrong here: the rules must stay silent.
ScreenFrame {
    heading: Look.language === 1 ? "All is well" : "Mọi việc đều ổn"
    mainText: Look.language === 1 ? "Go on" : "Tiếp tục"
    place: Look.language === 1 ? "Start" : "Trang đầu"

    PageCard {
        anchors.fill: parent

        Words {
            text: Look.language === 1 ? "One sentence that fits." : "Một câu vừa chỗ."
        }
    }
}
