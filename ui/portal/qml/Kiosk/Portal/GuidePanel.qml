pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.PortalLink
import Kiosk.Style

// What to do now on the official page, who does it, and the values: as rows that say how each field stands, or one by
// one, large, to be typed by hand. Behind the curtain it shows no value.
Rectangle {
    id: guide

    required property FilingViewModel portal
    property bool canGoBack: false
    property bool typing: false // the keyboard leaves little room: the values come first
    readonly property bool narrow: guide.width < 18 * TypeScale.heading
    readonly property bool curtain: guide.portal.secrecy !== EntryStates.OPEN
    readonly property var alone: ({
            [EntryStates.LOGIN]: qsTr("Ông/bà tự đăng nhập. Người hỗ trợ xin quay đi."),
            [EntryStates.CODE]: qsTr("Ông/bà tự nhập mã. Không đọc mã cho ai biết."),
            [EntryStates.CONSENT]: qsTr("Ông/bà tự đọc và tự quyết định đồng ý hay không."),
            [EntryStates.PAYMENT]: qsTr("Ông/bà tự thanh toán. Máy không chạm vào phần này."),
            [EntryStates.SUBMIT]: qsTr("Ông/bà xem lại rồi tự bấm nộp. Máy không nộp thay.")
        })

    color: Colour.paper

    ScrollColumn {
        id: column

        anchors.fill: parent
        anchors.margins: Size.medium
        spacing: Size.gap

        LoginSymbol { // before everything else: on a small screen too it is seen without a touch
            Layout.fillWidth: true
            portal: guide.portal
            visible: guide.portal.secrecy === EntryStates.LOGIN && (guide.portal.qrRows.length > 0 || guide.portal.qrSpent)
        }

        GridLayout { // where large letters leave the heading little room, the button stands below it
            Layout.fillWidth: true
            columnSpacing: Size.gap
            columns: guide.narrow ? 1 : 2
            rowSpacing: Size.small

            Words {
                Layout.fillWidth: true
                kind: TypeScale.Heading
                text: TypeScale.tied(guide.portal.front === Beside.FILED ? qsTr("Đã nộp hồ sơ") : guide.portal.step.length > 0 ? guide.portal.step : qsTr("Ông/bà làm theo trang chính thức"))
                verbatim: guide.portal.step.length > 0
            }

            ToolButton {
                Accessible.description: qsTr("Cỡ %1 trên 3").arg(guide.portal.zoomStep + 1)
                Accessible.name: qsTr("Phóng to trang")
                Layout.alignment: Qt.AlignTop
                iconName: "search"
                objectName: "zoomButton"
                repeatable: true
                spoken: ""
                text: qsTr("Phóng to")
                visible: !guide.typing
                onClicked: guide.portal.zoomAsked()
            }
        }

        FiledFront {
            Layout.fillWidth: true
            code: guide.portal.code
            visible: guide.portal.front === Beside.FILED
        }

        NoticeBand {
            Layout.fillWidth: true
            actionText: qsTr("Đã hiểu")
            kind: NoticeBand.Warning
            text: guide.portal.noteRemedy
            title: guide.portal.note
            visible: guide.portal.note.length > 0
            onActed: guide.portal.noteTaken()
        }

        NoticeBand {
            Layout.fillWidth: true
            actionText: qsTr("Đã hiểu")
            kind: NoticeBand.Warning
            text: qsTr("%1: trang chỉ nhận tệp dưới %2 MB. Ông/bà nộp bản giấy ấy tại quầy, hoặc kết thúc rồi quét lại.").arg(guide.portal.tooLarge).arg(guide.portal.largestMb)
            title: qsTr("Có giấy quá lớn, máy chưa gửi được")
            visible: guide.portal.tooLarge.length > 0 && !guide.curtain && guide.portal.front !== Beside.FILED
            onActed: guide.portal.tooLargeTaken()
        }

        NoticeBand {
            Layout.fillWidth: true
            text: guide.alone[guide.portal.secrecy] ?? ""
            title: qsTr("Phần này riêng của ông/bà")
            visible: guide.curtain && guide.portal.front !== Beside.FILED
        }

        GuestTurn {
            Layout.fillWidth: true
            portal: guide.portal
            visible: guide.portal.guests > 0 && !guide.curtain && guide.portal.front === Beside.PAGE
        }

        NoticeBand {
            Layout.fillWidth: true
            text: qsTr("Ông/bà bấm “Điền giúp tôi”, máy điền phần đã biết. Sau đó ông/bà xem lại từng ô.")
            title: qsTr("Máy điền giúp được trang này")
            visible: guide.portal.canFill && guide.portal.kioskFills && !guide.portal.filledOnce && !guide.portal.filling && !guide.typing
        }

        NoticeBand { // the rows below tell the same one by one; nobody has to look for the red ones
            Layout.fillWidth: true
            kind: guide.portal.left > 0 ? NoticeBand.Warning : NoticeBand.Good
            text: guide.portal.left > 0 ? guide.portal.leftSays : qsTr("Ông/bà xem lại từng ô trên trang rồi đi tiếp.")
            title: guide.portal.left > 0 ? qsTr("Còn %1 ô ông/bà xem lại").arg(guide.portal.left) : qsTr("Máy đã điền xong phần đã biết")
            visible: guide.portal.canFill && guide.portal.kioskFills && guide.portal.filledOnce && !guide.portal.filling && !guide.typing && guide.portal.front === Beside.PAGE
        }

        NoticeBand { // answers that would be lost without a word
            Layout.fillWidth: true
            text: qsTr("Trang có hỏi thì ông/bà tự điền: %1").arg(guide.portal.elsewhereSays)
            title: qsTr("Máy không thấy ô cho vài câu trả lời")
            visible: guide.portal.elsewhereSays.length > 0 && guide.portal.kioskFills && guide.portal.filledOnce && !guide.portal.filling && !guide.typing && guide.portal.front === Beside.PAGE
        }

        NoticeBand {
            Layout.fillWidth: true
            text: qsTr("Chưa ai thấy trang này, máy đoán tên ô theo trang tương tự. Ông/bà xem kỹ từng ô.")
            title: qsTr("Tên ô chỉ là đoán")
            visible: guide.portal.concluded && !guide.curtain && guide.portal.front === Beside.PAGE && !guide.portal.byHand
        }

        ValueByHand {
            Layout.fillWidth: true
            portal: guide.portal
            visible: guide.portal.byHand && !guide.curtain && guide.portal.front === Beside.PAGE
        }

        Repeater {
            model: guide.portal.byHand || guide.portal.front === Beside.FILED ? null : guide.portal.entries

            EntryDelegate {
                Layout.fillWidth: true
                mendable: !guide.portal.filling
                onMended: key => guide.portal.mendAsked(key)
            }
        }
    }
}
