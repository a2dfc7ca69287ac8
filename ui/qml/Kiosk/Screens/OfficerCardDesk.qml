import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// The card at the officer's desk: six digits or a scanned QR, then the card; the same on every page that reads cards.
// What a page says of the last card stands beside the keypad (upright: above it), and leaves the keys their height.
FocusScope {
    id: area

    default property alias content: said.data
    required property DeskViewModel desk
    required property bool portrait
    property bool drawn: true // the reader; it gives way to what is said of a card
    readonly property bool atCard: area.desk.waiting || area.desk.reading // then the last card's words give way
    property string hint: qsTr("Nhập 6 số cuối của số thẻ, hoặc quét mã QR trên thẻ.")

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            area.desk.read();
        else if (event.key === Qt.Key_Backspace)
            area.desk.removeDigit();
        else if (event.text.length > 0)
            area.desk.keyTyped(event.text);
        else
            return;
        event.accepted = true;
    }
    focus: true

    GridLayout {
        anchors.fill: parent
        columnSpacing: Size.huge
        columns: area.portrait ? 1 : 2
        rowSpacing: Size.large

        ScrollColumn {
            Layout.fillHeight: true
            Layout.fillWidth: true
            stretched: area.drawn || area.atCard

            NoticeBand {
                Layout.fillWidth: true
                kind: NoticeBand.Warning
                text: area.desk.remedy
                title: area.desk.trouble
                visible: area.desk.trouble.length > 0
            }

            NoticeBand {
                Layout.fillWidth: true
                kind: NoticeBand.Error
                text: qsTr("Máy chưa hiểu mã này. Nhập 6 số cuối.")
                visible: area.desk.notUnderstood
            }

            ColumnLayout {
                id: said

                Layout.fillHeight: false
                Layout.fillWidth: true
                spacing: Size.medium
                visible: area.portrait || !area.atCard
            }

            CardReaderDrawing {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.maximumHeight: Size.mm(90)
                Layout.preferredHeight: Size.mm(30)
                placed: area.desk.reading
                reading: area.desk.reading
                visible: area.drawn || area.atCard
            }

            Words {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                text: area.desk.reading ? qsTr("Đang đọc, chưa nhấc thẻ.") : area.desk.waiting ? qsTr("Đặt thẻ lên máy đọc.") : area.hint
            }

            QuietButton {
                Layout.alignment: Qt.AlignHCenter
                iconName: "cross"
                text: qsTr("Nhập lại số")
                visible: area.desk.waiting
                onClicked: area.desk.stop()
            }
        }

        ColumnLayout {
            Layout.alignment: Qt.AlignCenter
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: Size.mm(150)
            Layout.maximumWidth: area.portrait ? parent.width : Size.mm(120)
            Layout.preferredWidth: Size.mm(120)
            enabled: !area.desk.waiting && !area.desk.reading
            spacing: Size.medium

            DigitBoxes {
                Layout.alignment: Qt.AlignHCenter
                count: area.desk.count
                digits: "•".repeat(area.desk.entered)
                hidden: true
                label: qsTr("6 số cuối")
            }

            Words {
                Layout.fillWidth: true
                color: Colour.errorInk
                horizontalAlignment: Text.AlignHCenter
                strong: true
                text: area.desk.attemptsLeft > 0 ? qsTr("Số chưa đúng. Còn %n lần thử.", "", area.desk.attemptsLeft) : qsTr("Hết lượt thử với thẻ này. Xem giấy tờ khác.")
                visible: area.desk.attemptsLeft < 3
            }

            NumberKeypad {
                Layout.alignment: Qt.AlignHCenter
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.maximumHeight: Size.mm(110)
                Layout.maximumWidth: Size.mm(120)
                onBackspace: area.desk.removeDigit()
                onCleared: area.desk.clearDigits()
                onDigit: text => area.desk.addDigit(text)
            }
        }
    }
}
