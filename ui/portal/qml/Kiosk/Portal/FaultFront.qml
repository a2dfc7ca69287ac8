import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.PortalLink
import Kiosk.Style

// The page cannot go on: what happened, what to do, and the paper way, which always stays.
Item {
    id: fault

    required property FilingViewModel portal
    readonly property var words: ({
            [Beside.RELOAD]: qsTr("Tải lại trang"),
            [Beside.REMAKE]: qsTr("Mở lại trang"),
            [Beside.START]: qsTr("Mở lại từ đầu"),
            [Beside.GO_ON]: qsTr("Làm tiếp")
        })

    ScrollColumn {
        anchors.fill: parent
        anchors.margins: Size.margin
        centred: true
        spacing: Size.large

        Icon {
            Layout.alignment: Qt.AlignHCenter
            name: "disconnected"
            side: Size.mm(24)
            tint: Colour.accent
        }

        Words {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            kind: TypeScale.Title
            text: fault.portal.faultTitle
        }

        Words {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            kind: TypeScale.Lead
            text: fault.portal.faultRemedy
        }

        MainButton {
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredWidth: Math.min(parent.width, Size.mm(150))
            iconName: "refresh"
            objectName: "faultButton"
            text: fault.words[fault.portal.faultAction] ?? ""
            visible: text.length > 0
            onClicked: fault.portal.faultActed()
        }

        Words {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Nếu vẫn chưa được, ông/bà bấm “Kết thúc”. Máy giữ những gì đã nhập và in ra giấy để nộp tại quầy.")
        }

        Words {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            kind: TypeScale.Staff
            quiet: true
            spoken: ""
            text: fault.portal.faultStaff
        }
    }
}
