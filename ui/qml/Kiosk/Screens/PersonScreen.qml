pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// Is it right? What was read, from where, and what the checks said.
VisitScreen {
    id: screen

    required property PersonViewModel model
    property bool why: false
    readonly property var bands: ({
        [Chip.Trust.NOTE]: NoticeBand.Info,
        [Chip.Trust.GOOD]: NoticeBand.Good,
        [Chip.Trust.CAREFUL]: NoticeBand.Warning,
        [Chip.Trust.BAD]: NoticeBand.Error
    })

    heading: qsTr("Thông tin trong thẻ")
    mainText: screen.model.leadsToForm ? qsTr("Đúng, điền tờ khai") : qsTr("Đúng, làm việc khác")
    place: screen.model.place.length > 0 ? screen.model.place : qsTr("Đọc thẻ của tôi")
    onMainAsked: screen.model.accept()

    ScrollColumn {
        anchors.fill: parent
        stretched: true

        NoticeBand {
            Layout.fillWidth: true
            actionText: screen.why ? qsTr("Ẩn lý do") : qsTr("Vì sao?")
            kind: screen.bands[screen.model.trust]
            text: screen.model.verdict
            onActed: screen.why = !screen.why
        }

        PageCard {
            Layout.fillWidth: true
            visible: screen.why

            Repeater {
                model: screen.model.reasons

                IconLine {
                    required property string modelData

                    Layout.fillWidth: true
                    iconName: "shield"
                    text: modelData
                }
            }
        }

        PageCard {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: Math.max(implicitHeight, Size.mm(240))

            Repeater {
                model: screen.model.values

                ValueLine {
                    required property string spoken

                    Layout.fillWidth: true
                    spokenValue: spoken
                }
            }
        }

        Flow {
            Layout.fillWidth: true
            spacing: Size.gap

            QuietButton {
                iconName: screen.model.numbersShown ? "eye-off" : "eye"
                text: screen.model.numbersShown ? qsTr("Ẩn số định danh") : qsTr("Hiện số định danh")
                onClicked: screen.model.showNumbers()
            }

            QuietButton {
                iconName: "printer"
                text: qsTr("In giấy báo đã đọc những gì")
                onClicked: screen.model.printReceipt()
            }

            QuietButton {
                iconName: "trash"
                text: screen.model.leadsToForm ? qsTr("Bỏ thông tin này, tôi tự nhập") : qsTr("Bỏ thông tin này")
                onClicked: screen.model.withdraw()
            }
        }

        Words {
            Layout.fillWidth: true
            quiet: true
            text: screen.model.leadsToForm ? qsTr("Có chỗ sai thì ông/bà vẫn sửa được ở các bước sau. Bây giờ ông/bà nhấc thẻ ra được rồi.") : qsTr("Thông tin này chỉ hiện trên màn hình. Bây giờ ông/bà nhấc thẻ ra được rồi.")
        }
    }
}
