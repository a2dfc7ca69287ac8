import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// Give the key: six digits on the keypad, or the card's QR through a scanner that types like a keyboard.
VisitScreen {
    id: screen

    required property CardViewModel model

    heading: qsTr("Nhập 6 số cuối của số thẻ")
    mainEnabled: screen.model.complete
    mainIcon: "card"
    mainText: qsTr("Đọc thẻ")
    place: qsTr("Đọc thẻ căn cước")
    onMainAsked: screen.model.useDigits()

    Keys.onPressed: event => {
        if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            screen.model.enterPressed();
        else if (event.key === Qt.Key_Backspace)
            screen.model.removeDigit();
        else if (event.text.length > 0)
            screen.model.keyTyped(event.text);
        else
            return;
        event.accepted = true;
    }

    GridLayout {
        anchors.fill: parent
        columnSpacing: Size.huge
        columns: screen.portrait ? 1 : 2
        rowSpacing: Size.large

        ColumnLayout {
            id: known

            readonly property real spare: height - (trouble.visible ? trouble.implicitHeight : 0) - (misread.visible ? misread.implicitHeight : 0) - told.implicitHeight - byHand.implicitHeight - 4 * spacing

            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            spacing: Size.medium

            NoticeBand {
                id: trouble

                Layout.fillWidth: true
                kind: NoticeBand.Warning
                text: screen.model.remedy
                title: screen.model.trouble
                visible: screen.model.trouble.length > 0
            }

            NoticeBand {
                id: misread

                Layout.fillWidth: true
                kind: NoticeBand.Error
                text: qsTr("Máy chưa hiểu mã này. Ông/bà nhập 6 số cuối.")
                visible: screen.model.notUnderstood
            }

            CardNumberDrawing {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.maximumHeight: Size.mm(150)
                Layout.minimumHeight: screen.model.trouble.length > 0 ? 0 : Size.mm(25) // gives way to what must be read
                visible: !trouble.visible || known.spare > Size.mm(32) // a smaller one cannot be seen
            }

            Item { // in its place
                Layout.fillHeight: true
                visible: trouble.visible && known.spare <= Size.mm(32)
            }

            Words {
                id: told

                readonly property string hint: qsTr("Mặt trước thẻ có 12 số. Ông/bà nhập 6 số cuối, hoặc quét mã QR trên thẻ.")

                Accessible.name: hint
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                spoken: hint
                text: TypeScale.tied(hint)
                visible: !trouble.visible || known.spare >= 0 // the trouble says what to do now
            }

            QuietButton {
                id: byHand

                Layout.alignment: Qt.AlignHCenter
                iconName: "keyboard"
                text: qsTr("Tôi tự nhập")
                onClicked: screen.model.typeByHand()
            }
        }

        ColumnLayout {
            Layout.alignment: Qt.AlignCenter
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: Size.mm(230)
            Layout.maximumWidth: parent.width // the keypad in it is narrower, the half of the screen is not
            Layout.preferredWidth: 1
            spacing: Size.medium

            DigitBoxes {
                Layout.alignment: Qt.AlignHCenter
                count: 6
                digits: screen.model.digits
                label: qsTr("6 số cuối")
            }

            Words {
                Layout.fillWidth: true
                color: Colour.errorInk
                horizontalAlignment: Text.AlignHCenter
                strong: true
                text: qsTr("Số chưa đúng. Còn %n lần thử.", "", screen.model.attemptsLeft)
                visible: screen.model.attemptsLeft < 3
            }

            NumberKeypad {
                Layout.alignment: Qt.AlignHCenter
                Layout.fillHeight: true
                Layout.maximumHeight: Size.mm(170)
                Layout.maximumWidth: Size.mm(170)
                Layout.fillWidth: true
                onBackspace: screen.model.removeDigit()
                onCleared: screen.model.clearDigits()
                onDigit: text => screen.model.addDigit(text)
            }
        }
    }
}
