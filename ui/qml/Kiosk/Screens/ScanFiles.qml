pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// The files as the portal takes them, for the person's own stick or on paper. Nothing stays here.
ScrollColumn {
    id: list

    required property ScanViewModel model
    readonly property bool upright: list.height > list.width

    stretched: true

    NoticeBand {
        Layout.fillWidth: true
        kind: NoticeBand.Warning
        text: list.model.remedy
        title: list.model.trouble
        visible: list.model.trouble.length > 0
    }

    NoticeBand {
        Layout.fillWidth: true
        kind: list.model.copied ? NoticeBand.Good : NoticeBand.Info
        text: list.model.packing ? qsTr("Đang gộp trang thành tệp PDF.") : list.model.copying ? qsTr("Đang chép. Ông/bà chưa rút USB.") : list.model.copied ? qsTr("Ông/bà rút USB ra. Máy xóa bản quét khi kết thúc.") : qsTr("Ông/bà cắm USB của mình vào máy, rồi bấm Chép vào USB.")
        visible: list.model.trouble.length === 0 || list.model.packing || list.model.copying // a trouble says itself what to do
    }

    PageCard {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.maximumHeight: Math.max(implicitHeight, files.count * Size.mm(70))

        Repeater {
            id: files

            model: list.model.files

            RowLayout {
                id: row

                required property string name
                required property int pages
                required property int kilobytes
                required property string quality
                required property int pagesThatFit

                Layout.fillWidth: true
                spacing: Size.medium

                Icon {
                    Layout.alignment: Qt.AlignTop
                    name: row.kilobytes > 0 ? "paper" : "warning"
                    side: list.upright ? Size.iconLarge : Size.icon
                    tint: row.kilobytes > 0 ? Colour.accent : Colour.warnInk
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Words {
                        Layout.fillWidth: true
                        kind: list.upright ? TypeScale.Heading : TypeScale.Lead
                        strong: true
                        text: row.name
                    }

                    Words {
                        Layout.fillWidth: true
                        quiet: true
                        text: row.kilobytes > 0 ? qsTr("%1 trang, %2 kB. %3.").arg(row.pages).arg(row.kilobytes).arg(row.quality) : qsTr("Quá lớn so với Cổng. Ông/bà để lại %1 trang, tách phần còn lại.").arg(row.pagesThatFit)
                    }
                }
            }
        }
    }

    GridLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        columnSpacing: Size.gap
        columns: 2
        rowSpacing: Size.gap
        uniformCellWidths: true

        QuietButton {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: Math.max(implicitHeight, Size.mm(list.upright ? 110 : 50))
            enabled: !list.model.packing && !list.model.copying
            iconName: "printer"
            text: qsTr("In ra giấy")
            onClicked: list.model.printPages()
        }

        QuietButton {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: Math.max(implicitHeight, Size.mm(list.upright ? 110 : 50))
            enabled: !list.model.copying
            iconName: "list"
            text: qsTr("Xem danh sách")
            onClicked: list.model.showList()
        }
    }
}
