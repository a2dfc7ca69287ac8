pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// A test card, rung by rung. No value of it is shown.
SetupStepScreen {
    id: screen

    required property CardTestViewModel model
    readonly property var names: ["", qsTr("Dịch vụ thẻ"), qsTr("Trình điều khiển"), qsTr("Máy đọc thẻ"), qsTr("Thẻ trên máy đọc"), qsTr("Ứng dụng căn cước"), qsTr("Mở thẻ bằng 6 số"), qsTr("Dữ liệu trong chip")]

    heading: screen.model.running ? qsTr("Đang đọc, chưa nhấc thẻ") : screen.model.opened ? qsTr("Đọc thẻ tốt") : screen.model.good ? qsTr("Máy đọc thấy thẻ") : screen.model.tried ? screen.model.trouble : qsTr("Đặt thẻ thử lên máy đọc")
    onMainAsked: screen.model.accept()

    GridLayout {
        anchors.fill: parent
        columnSpacing: Size.large
        columns: screen.portrait ? 1 : 2
        rowSpacing: Size.medium

        ScrollColumn {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            spacing: Size.gap

            Words {
                Layout.fillWidth: true
                text: qsTr("Nhập 6 số cuối của thẻ thử để đọc đến dữ liệu. Không nhập thì chỉ thử máy đọc.")
                visible: !screen.model.tried
            }

            NoticeBand {
                Layout.fillWidth: true
                kind: NoticeBand.Error
                text: screen.model.remedy
                title: screen.model.trouble
                visible: screen.model.trouble.length > 0
            }

            Repeater {
                model: screen.model.rows

                RowLayout {
                    id: row

                    required property int rung
                    required property int standing

                    Layout.fillWidth: true
                    spacing: Size.medium

                    Icon {
                        name: ["", "circle-check", "error", "circle"][row.standing]
                        side: Size.mm(8)
                        tint: [Colour.ink, Colour.goodInk, Colour.errorInk, Colour.quiet][row.standing]
                    }

                    Words {
                        Layout.fillWidth: true
                        strong: row.standing === Climb.RungState.BROKEN
                        text: screen.names[row.rung] + ["", qsTr(": được"), qsTr(": hỏng ở đây"), qsTr(": chưa thử")][row.standing]
                    }
                }
            }
        }

        ColumnLayout {
            Layout.alignment: screen.portrait ? Qt.AlignHCenter : Qt.AlignTop
            Layout.fillHeight: !screen.portrait
            Layout.fillWidth: true
            Layout.maximumWidth: parent.width // the keypad in it is narrower, the half of the screen is not
            Layout.preferredWidth: 1
            spacing: Size.gap

            DigitBoxes {
                Layout.alignment: Qt.AlignHCenter
                count: screen.model.count
                digits: "•".repeat(screen.model.entered)
                hidden: true
                label: qsTr("6 số cuối")
            }

            NumberKeypad {
                Layout.alignment: Qt.AlignHCenter
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.maximumHeight: Size.mm(90)
                Layout.maximumWidth: Size.mm(120)
                onBackspace: screen.model.removeDigit()
                onCleared: screen.model.clearDigits()
                onDigit: text => screen.model.addDigit(text)
            }

            QuietButton {
                Layout.alignment: Qt.AlignHCenter
                enabled: !screen.model.running
                iconName: "card"
                text: screen.model.tried ? qsTr("Đọc thử lại") : qsTr("Đọc thử")
                onClicked: screen.model.run()
            }
        }
    }
}
