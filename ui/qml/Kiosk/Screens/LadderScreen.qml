pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// Which layer broke: seven rungs, one sentence, one button.
VisitScreen {
    id: screen

    required property LadderViewModel model
    readonly property var names: ({
        [Ladder.Rung.SERVICE]: qsTr("Dịch vụ thẻ"),
        [Ladder.Rung.DRIVER]: qsTr("Trình điều khiển"),
        [Ladder.Rung.READER]: qsTr("Máy đọc"),
        [Ladder.Rung.CARD]: qsTr("Thẻ"),
        [Ladder.Rung.APPLICATION]: qsTr("Ứng dụng trên chip"),
        [Ladder.Rung.ACCESS]: qsTr("Số mở chip"),
        [Ladder.Rung.DATA]: qsTr("Dữ liệu")
    })

    heading: screen.model.title
    mainIcon: screen.model.again ? "refresh" : "keyboard"
    mainText: screen.model.again ? qsTr("Đọc lại thẻ") : qsTr("Tôi tự nhập")
    place: qsTr("Đọc thẻ căn cước")
    onMainAsked: {
        if (screen.model.again)
            screen.model.readAgain();
        else
            screen.model.typeByHand();
    }

    ScrollColumn {
        anchors.fill: parent

        GridLayout {
            Layout.fillWidth: true
            columnSpacing: Size.huge
            columns: screen.portrait ? 1 : 2
            rowSpacing: Size.large

            ColumnLayout {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                spacing: Size.large

                Words {
                    Layout.fillWidth: true
                    kind: Words.Lead
                    text: screen.model.remedy
                }

                Words {
                    Layout.fillWidth: true
                    color: Colour.errorInk
                    strong: true
                    text: qsTr("Còn %n lần thử.", "", screen.model.attemptsLeft)
                    visible: screen.model.attemptsLeft > 0
                }

                QuietButton {
                    Layout.fillWidth: true
                    iconName: "keyboard"
                    text: qsTr("Tôi tự nhập")
                    visible: screen.model.again
                    onClicked: screen.model.typeByHand()
                }

                Words {
                    Layout.fillWidth: true
                    kind: Words.Chrome
                    quiet: true
                    spoken: ""
                    text: qsTr("Cho nhân viên: %1").arg(screen.model.staff)
                }
            }

            PageCard {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: 1

                Repeater {
                    model: screen.model.rungs

                    RowLayout {
                        id: row

                        required property int rung
                        required property bool works
                        required property bool broken

                        Layout.fillWidth: true
                        spacing: Size.medium

                        Icon {
                            name: row.broken ? "error" : row.works ? "circle-check" : "circle"
                            side: Size.mm(9)
                            tint: row.broken ? Colour.errorInk : row.works ? Colour.goodInk : Colour.quiet
                        }

                        Words {
                            Layout.fillWidth: true
                            color: row.broken ? Colour.errorInk : row.works ? Colour.ink : Colour.quiet
                            strong: row.broken
                            text: screen.names[row.rung] + (row.broken ? qsTr(": hỏng ở đây") : row.works ? qsTr(": được") : qsTr(": chưa tới"))
                        }
                    }
                }
            }
        }
    }
}
