import QtQuick
import Kiosk.Components

// Asked once before the end.
ScreenFrame {
    id: frame

    heading: "Ông/bà xem lại lần cuối"
    place: "Đăng ký tạm trú"

    ConfirmDialog {
        noText: "Ở lại"
        parent: frame
        text: "Máy sẽ xóa mọi thông tin của ông/bà. Giấy đã in vẫn dùng được."
        title: "Ông/bà muốn kết thúc?"
        visible: true
        yesText: "Kết thúc"
    }
}
