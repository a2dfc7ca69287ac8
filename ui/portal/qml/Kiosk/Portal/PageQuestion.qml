import QtQuick
import Kiosk.Components
import Kiosk.PortalLink

// What lies over everything and waits for one answer: the kiosk's own question before the end, or what the page asks.
// The page's words stand between quotes: they are the page's.
ConfirmDialog {
    id: question

    required property FilingViewModel portal
    readonly property bool own: question.portal.ask === Beside.END
    readonly property bool told: question.portal.ask === Beside.ALERT

    iconName: question.own ? "leave" : "info"
    noText: question.own ? qsTr("Ở lại làm tiếp") : question.told ? qsTr("Đóng") : qsTr("Không đồng ý")
    text: question.own ? qsTr("Máy đăng xuất và đóng trang. Phần chưa lưu trên trang sẽ mất.") : `“${question.portal.askWords}”`
    title: question.own ? qsTr("Ông/bà muốn kết thúc?") : question.told ? qsTr("Trang chính thức báo:") : qsTr("Trang chính thức hỏi:")
    visible: question.portal.ask !== 0 && !question.portal.asking
    yesText: question.own ? qsTr("Kết thúc") : question.told ? qsTr("Đã hiểu") : qsTr("Đồng ý")
    onAgreed: question.portal.answered(true)
    onRefused: question.portal.answered(false)
}
