import QtQuick
import Kiosk.Components
import Kiosk.Style

// Writing by sound: first sound, rhyme, tone.
ScreenFrame {
    id: frame

    heading: "Họ, chữ đệm và tên của chủ hộ"
    mainText: "Tiếp tục"
    place: "Tờ khai CT01"

    SyllablePicker {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Size.mm(95)
        onset: "ng"
        onsetChosen: true
        upper: false
    }
}
