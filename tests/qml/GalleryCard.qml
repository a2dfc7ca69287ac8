import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style

// Two panes: the drawing of the card and the large keypad; below, the phone, a QR symbol, a page.
ScreenFrame {
    id: frame

    heading: "Ông/bà bấm 6 số cuối trên thẻ"
    mainText: "Đọc thẻ"
    place: "Đọc thẻ căn cước"

    TwoPanes {
        anchors.fill: parent
        share: 0.55

        first: RowLayout {

            PhoneMock {
                Layout.alignment: Qt.AlignCenter
                Layout.fillHeight: true
                Layout.maximumWidth: Size.mm(66)
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
        }
        second: NumberKeypad {
        }
    }
}
