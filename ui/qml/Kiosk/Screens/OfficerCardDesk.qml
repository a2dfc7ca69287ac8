import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// The card at the officer's desk: six digits or a scanned QR, then the card; the same on every page that reads cards.
FocusScope {
    id: area

    required property DeskViewModel desk
    required property bool portrait
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

        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            spacing: Size.medium

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

            CardReaderDrawing {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.maximumHeight: Size.mm(90)
                Layout.minimumHeight: 0
                placed: area.desk.reading
                reading: area.desk.reading
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
            Layout.maximumWidth: parent.width // the keypad in it is narrower, the half of the screen is not
            Layout.preferredWidth: 1
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
