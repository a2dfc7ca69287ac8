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
    readonly property var names: ({
        [Ladder.Rung.SERVICE]: qsTr("Dịch vụ thẻ"),
        [Ladder.Rung.DRIVER]: qsTr("Trình điều khiển"),
        [Ladder.Rung.READER]: qsTr("Máy đọc thẻ"),
        [Ladder.Rung.CARD]: qsTr("Thẻ trên máy đọc"),
        [Ladder.Rung.APPLICATION]: qsTr("Ứng dụng căn cước"),
        [Ladder.Rung.ACCESS]: qsTr("Mở thẻ bằng 6 số"),
        [Ladder.Rung.DATA]: qsTr("Dữ liệu trong chip")
    })
    readonly property var standings: ({
        [Climb.RungState.HOLDS]: {
            icon: "circle-check",
            tint: Colour.goodInk,
            word: qsTr(": được")
        },
        [Climb.RungState.BROKEN]: {
            icon: "error",
            tint: Colour.errorInk,
            word: qsTr(": hỏng ở đây")
        },
        [Climb.RungState.NOT_TRIED]: {
            icon: "circle",
            tint: Colour.quiet,
            word: qsTr(": chưa thử")
        }
    })

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
                        name: screen.standings[row.standing].icon
                        side: Size.mm(8)
                        tint: screen.standings[row.standing].tint
                    }

                    Words {
                        Layout.fillWidth: true
                        strong: row.standing === Climb.RungState.BROKEN
                        text: screen.names[row.rung] + screen.standings[row.standing].word
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
