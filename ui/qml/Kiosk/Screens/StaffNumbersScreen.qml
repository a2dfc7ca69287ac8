pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// Counts without a name: today, this week, this month; the report on paper.
StaffScreen {
    id: screen

    required property NumbersViewModel model
    readonly property bool failed: screen.model.trouble.length > 0
    readonly property var spans: ({
        [Counts.Span.TODAY]: qsTr("Hôm nay"),
        [Counts.Span.WEEK]: qsTr("Tuần này"),
        [Counts.Span.MONTH]: qsTr("Tháng này")
    })
    // On paper only what is over: two papers of one week that still runs could be subtracted.
    readonly property var printed: ({
        [Counts.Span.TODAY]: "",
        [Counts.Span.WEEK]: qsTr("In báo cáo tuần trước"),
        [Counts.Span.MONTH]: qsTr("In báo cáo tháng trước")
    })

    heading: screen.failed ? screen.model.trouble : screen.model.period.length > 0 ? qsTr("Số đếm %1").arg(screen.model.period) : qsTr("Số đếm")
    mainEnabled: !screen.model.loading && !screen.failed
    mainIcon: "printer"
    mainText: screen.printed[screen.model.span] ?? ""
    place: qsTr("Nhân viên · Số đếm")
    onMainAsked: screen.model.printReport()

    ColumnLayout {
        anchors.fill: parent
        spacing: Size.medium

        GridLayout {
            Layout.fillWidth: true
            columnSpacing: Size.gap
            columns: 3
            rowSpacing: Size.gap

            Repeater {
                model: [Counts.Span.TODAY, Counts.Span.WEEK, Counts.Span.MONTH]

                TickRow {
                    required property int modelData

                    Layout.fillWidth: true
                    checked: screen.model.span === modelData
                    implicitWidth: Size.mm(50)
                    single: true
                    text: screen.spans[modelData]
                    onClicked: screen.model.showSpan(modelData)
                }
            }
        }

        ScrollColumn {
            Layout.fillHeight: true
            Layout.fillWidth: true

            StaffPrintLine {
                Layout.fillWidth: true
                printing: screen.staffModel.printing
            }

            NoticeBand {
                Layout.fillWidth: true
                kind: NoticeBand.Error
                text: screen.model.remedy
                title: screen.model.trouble
                visible: screen.failed
            }

            Words {
                Layout.fillWidth: true
                quiet: true
                text: qsTr("Đang cộng số.")
                visible: screen.model.loading
            }

            NoticeBand {
                Layout.fillWidth: true
                text: qsTr("Chưa có lượt nào trong thời gian này.")
                visible: screen.model.empty
            }

            Repeater {
                model: screen.model.counts

                RowLayout {
                    id: row

                    required property string label
                    required property string count
                    required property string before

                    Layout.fillWidth: true
                    spacing: Size.medium

                    Words {
                        Layout.fillWidth: true
                        text: row.label
                    }

                    Words {
                        quiet: true
                        text: qsTr("kỳ trước %1").arg(row.before)
                        visible: row.before.length > 0
                    }

                    Words {
                        Layout.minimumWidth: Size.mm(18)
                        horizontalAlignment: Text.AlignRight
                        strong: true
                        text: row.count
                    }
                }
            }
        }
    }
}
