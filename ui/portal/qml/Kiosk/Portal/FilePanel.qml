pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.PortalLink
import Kiosk.Style

// The page has asked for a file after a tap: this visit's papers, and nothing else of the computer.
Rectangle {
    id: panel

    required property FilingViewModel portal

    color: Colour.paper

    ScrollColumn {
        anchors.fill: parent
        anchors.margins: Size.medium
        spacing: Size.gap

        Words {
            Layout.fillWidth: true
            kind: TypeScale.Heading
            text: qsTr("Chọn giấy để gửi lên trang")
        }

        Words {
            Layout.fillWidth: true
            text: qsTr("Chưa có giấy nào được quét. Ông/bà bấm “Thôi”, hoặc nộp bản giấy tại quầy.")
            visible: papers.count === 0
        }

        Repeater {
            id: papers

            model: panel.portal.papers

            RowDelegate {
                required property int key
                required property string says
                required property bool fits
                required property bool tooLarge
                required property bool received

                Layout.fillWidth: true
                detail: fits ? received ? qsTr("Trang đã nhận giấy này. Gửi nữa thì thành hai bản.") : "" : tooLarge ? qsTr("Có trang lớn hơn mức trang nhận. Ông/bà quét lại trang ấy, hoặc nộp bản giấy tại quầy.") : qsTr("Trang này không nhận loại tệp hoặc cỡ tệp này.")
                enabled: fits
                iconName: fits ? received ? "circle-check" : "paper" : "error"
                leads: fits
                objectName: tooLarge ? "" : `paper-${key}`
                text: says
                verbatim: true
                onClicked: panel.portal.fileChosen(key)
            }
        }

        QuietButton {
            Layout.fillWidth: true
            iconName: "cross"
            objectName: "noPaper"
            text: qsTr("Thôi, không gửi")
            onClicked: panel.portal.fileChosen(-1)
        }
    }
}
