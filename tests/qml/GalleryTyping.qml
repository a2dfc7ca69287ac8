import QtQuick
import Kiosk.Components
import Kiosk.Forms

// A question with the keyboard on the screen.
ScreenFrame {
    id: frame

    property alias entry: entry

    heading: "Họ, chữ đệm và tên của chủ hộ"
    keyboard: KeyPanel.Letters
    mainText: "Tiếp tục"
    place: "Tờ khai CT01"
    stepCount: 12
    stepNumber: 4

    TextEntry {
        id: entry

        anchors.left: parent.left
        anchors.right: parent.right
        focus: true
        hint: "Ghi như trên thẻ căn cước"
        label: ""
        name: frame.heading
        value: "Nguyễn Văn"
    }
}
