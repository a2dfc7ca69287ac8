import QtQuick
import Kiosk.Components
import Kiosk.Forms

// Province, then commune.
ScreenFrame {
    id: frame

    heading: "Nơi ở hiện tại của ông/bà"
    mainText: "Tiếp tục"
    place: "Tờ khai CT01"

    AddressPicker {
        anchors.fill: parent
        commune: -1
        communes: ["Xã Thần Lĩnh", "Phường Trường Vinh", "Xã Đông Lộc", "Xã Nghi Lộc", "Xã Hải Lộc", "Xã Phúc Lộc", "Xã Văn Kiều"]
        label: ""
        province: 0
        provinces: ["Tỉnh Nghệ An", "Thành phố Hà Nội"]
    }
}
