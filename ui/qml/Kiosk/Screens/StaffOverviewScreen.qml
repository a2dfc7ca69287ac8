pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// The day of the station: every service as the doctor found it, and the ways to counts, posters and set-up.
StaffScreen {
    id: screen

    required property OverviewViewModel model
    readonly property string callTechnician: screen.model.technicianPhone.length > 0 ? qsTr("Vẫn vậy thì gọi kỹ thuật viên: %1").arg(screen.model.technicianPhone) : qsTr("Vẫn vậy thì gọi kỹ thuật viên của xã.")

    heading: screen.model.failed ? qsTr("Chưa kiểm tra được trạm") : screen.model.examining ? qsTr("Đang kiểm tra trạm: %1 dịch vụ").arg(screen.model.examined) : screen.model.wanting > 0 ? qsTr("Có %n việc cần xem", "", screen.model.wanting) : qsTr("Trạm sẵn sàng")
    mainEnabled: !screen.model.examining && !screen.model.failed
    mainIcon: "printer"
    mainText: qsTr("In phiếu sẵn sàng")
    place: qsTr("Nhân viên · %1").arg(screen.model.station)
    onMainAsked: screen.model.printSheet()

    GridLayout {
        anchors.fill: parent
        columnSpacing: Size.large
        columns: screen.portrait ? 1 : 2
        rowSpacing: Size.medium

        ScrollColumn {
            Layout.alignment: Qt.AlignTop
            Layout.fillHeight: !screen.portrait
            Layout.fillWidth: screen.portrait
            Layout.minimumHeight: screen.portrait ? implicitHeight + Size.medium : 0
            Layout.preferredWidth: Size.mm(100)
            Layout.row: screen.portrait ? 1 : 0
            Layout.column: 0
            spacing: Size.gap

            QuietButton {
                Layout.fillWidth: true
                iconName: "list"
                text: qsTr("Xem số đếm, báo cáo")
                onClicked: screen.model.openNumbers()
            }

            QuietButton {
                Layout.fillWidth: true
                iconName: "paper"
                text: qsTr("In bảng niêm yết")
                onClicked: screen.model.openPapers()
            }

            QuietButton {
                Layout.fillWidth: true
                iconName: "info"
                text: qsTr("Ghi chú thủ tục")
                onClicked: screen.model.openNotes()
            }

            QuietButton {
                Layout.fillWidth: true
                iconName: "settings"
                text: qsTr("Cài đặt trạm")
                visible: screen.model.canSetUp
                onClicked: screen.model.openSetup()
            }

            QuietButton {
                Layout.fillWidth: true
                enabled: !screen.model.examining
                iconName: "refresh"
                text: qsTr("Kiểm tra lại")
                onClicked: screen.model.examineAgain()
            }
        }

        ScrollColumn {
            Layout.column: screen.portrait ? 0 : 1
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.row: 0

            StaffPrintLine {
                Layout.fillWidth: true
                printing: screen.staffModel.printing
            }

            NoticeBand {
                Layout.fillWidth: true
                kind: NoticeBand.Error
                actionText: qsTr("Kiểm tra lại")
                text: screen.callTechnician
                title: qsTr("Chưa kiểm tra được")
                visible: screen.model.failed
                onActed: screen.model.examineAgain()
            }

            NoticeBand {
                Layout.fillWidth: true
                kind: screen.model.commanding ? NoticeBand.Info : screen.model.answeredWell ? NoticeBand.Good : NoticeBand.Warning
                text: screen.model.commanding ? qsTr("Trạm đang làm. Việc này có thể mất vài phút.") : screen.model.answer
                visible: screen.model.commanding || screen.model.answer.length > 0
            }

            Repeater {
                model: screen.model.findings

                FindingLine {
                    required property int index

                    Layout.fillWidth: true
                    busy: screen.model.examining || screen.model.commanding
                    mendable: true
                    onMended: screen.model.mend(index)
                }
            }
        }
    }
}
