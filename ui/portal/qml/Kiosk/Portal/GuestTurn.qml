import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.PortalLink
import Kiosk.Style

// Of an officer's list of guests: whose turn it is in the page's dialog, and the way to the next. Saving is the officer's.
PageCard {
    id: turn

    required property FilingViewModel portal

    title: qsTr("Khách %1 trên %2: %3").arg(turn.portal.guest).arg(turn.portal.guests).arg(turn.portal.guestName)

    Flow {
        Layout.fillWidth: true
        spacing: Size.gap

        QuietButton {
            enabled: turn.portal.guest > 1
            iconName: "arrow-left"
            text: qsTr("Khách trước")
            onClicked: turn.portal.guestAsked(-1)
        }

        QuietButton {
            enabled: turn.portal.guest < turn.portal.guests
            iconName: "arrow-right"
            text: qsTr("Khách tiếp theo")
            onClicked: turn.portal.guestAsked(1)
        }
    }

    Words {
        Layout.fillWidth: true
        text: qsTr("Bấm thêm người trên trang, rồi “Điền giúp tôi”. Lưu khách ấy xong thì sang khách tiếp theo.")
    }
}
