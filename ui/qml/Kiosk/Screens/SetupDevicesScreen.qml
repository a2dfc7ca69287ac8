pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// One device after the other: what this PC sees, which one is used, whether it answers.
SetupStepScreen {
    id: screen

    required property DevicesViewModel model
    readonly property var names: ({
        [Staff.Device.CARD_READER]: qsTr("Máy đọc thẻ"),
        [Staff.Device.PRINTER]: qsTr("Máy in"),
        [Staff.Device.SCANNER]: qsTr("Máy quét")
    })
    readonly property string deviceName: screen.names[screen.model.device]

    heading: qsTr("%1 (thiết bị %2 trên %3)").arg(screen.deviceName).arg(screen.model.number).arg(screen.model.count)
    mainEnabled: !screen.model.saving
    mainText: screen.model.number < screen.model.count ? qsTr("Thiết bị tiếp theo") : qsTr("Bước tiếp theo")
    onMainAsked: screen.model.goOn()

    GridLayout {
        anchors.fill: parent
        columnSpacing: Size.large
        columns: screen.portrait ? 1 : 2
        rowSpacing: Size.medium

        ScrollColumn {
            Layout.fillHeight: !screen.portrait
            Layout.maximumHeight: screen.portrait ? Math.min(implicitHeight + Size.large, parent.height * 0.6) : parent.height
            Layout.preferredHeight: Layout.maximumHeight
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            spacing: Size.gap

            Repeater {
                model: screen.model.rows

                TickRow {
                    required property int index
                    required property string label
                    required property bool chosen

                    Layout.fillWidth: true
                    checked: chosen
                    single: true
                    text: label
                    onClicked: screen.model.choose(index)
                }
            }

            Words {
                Layout.fillWidth: true
                quiet: true
                text: screen.model.searching ? qsTr("Đang tìm thiết bị nối với máy này.") : qsTr("Máy này không thấy thiết bị nào khác.")
                visible: screen.model.searching || screen.model.nothingFound
            }
        }

        ScrollColumn {
            Layout.alignment: Qt.AlignTop
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            spacing: Size.gap

            NoticeBand {
                Layout.fillWidth: true
                kind: screen.model.trying ? NoticeBand.Info : [NoticeBand.Info, NoticeBand.Good, NoticeBand.Warning, NoticeBand.Error][screen.model.readiness]
                text: screen.model.trying ? qsTr("Đang thử thiết bị này.") : !screen.model.fitted ? qsTr("Không dùng thiết bị này, không báo lỗi.") : screen.model.trouble.length > 0 ? `${screen.model.trouble} ${screen.model.remedy}` : screen.model.facts.length > 0 ? qsTr("Thiết bị trả lời: %1").arg(screen.model.facts) : qsTr("Thiết bị trả lời.")
                title: screen.deviceName
            }

            NoticeBand {
                Layout.fillWidth: true
                kind: NoticeBand.Error
                text: screen.model.refusedRemedy
                title: screen.model.refused
                visible: screen.model.refused.length > 0
            }

            QuietButton {
                Layout.fillWidth: true
                iconName: "refresh"
                text: qsTr("Tìm và thử lại")
                onClicked: screen.model.tryAgain()
            }
        }
    }
}
