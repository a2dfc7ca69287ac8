import QtQuick
import Kiosk.PortalLink

// The one window of the portal's process, hidden until there is a visit: the official page in the frame of the guide.
Window {
    id: window

    required property FilingViewModel portal
    required property PageLink link

    title: qsTr("Nộp hồ sơ qua mạng")

    PortalFrame {
        anchors.fill: parent
        pageAddress: official.address
        pageCanGoBack: official.canGoBack
        pageProgress: official.progress
        portal: window.portal

        OfficialPage {
            id: official

            anchors.fill: parent
            focus: true
            link: window.link
            objectName: "officialPage"
        }
    }
}
