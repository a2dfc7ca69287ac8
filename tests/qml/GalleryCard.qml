import QtQuick
import QtQuick.Layouts
import Kiosk.Components

// The drawing of the card, the boxes and the large keypad; beside them a phone.
ScreenFrame {
    id: frame

    heading: "Ông/bà bấm 6 số cuối trên thẻ"
    mainText: "Đọc thẻ"
    place: "Đọc thẻ căn cước"

    GridLayout {
        anchors.fill: parent
        columns: frame.portrait ? 1 : 3

        PhoneMock {
            Layout.alignment: Qt.AlignCenter
            lines: ["Đăng nhập", "Kích hoạt định danh mức 2", "Quên mật khẩu"]
            lit: 1
            title: "VNeID"
        }

        ColumnLayout {
            CardReaderDrawing {
                Layout.fillHeight: true
                Layout.fillWidth: true
            }

            DigitBoxes {
                Layout.alignment: Qt.AlignHCenter
                count: 6
                digits: "0401"
                label: "Sáu số cuối"
            }
        }

        NumberKeypad {
            Layout.fillHeight: true
            Layout.fillWidth: true
        }
    }
}
