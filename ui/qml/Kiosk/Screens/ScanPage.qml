pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// One page: as it lay and as it will be handed over, clear or not with what to do, and what can be done with it.
GridLayout {
    id: page

    required property ScanViewModel model
    required property bool portrait
    required property bool spacious
    readonly property bool none: page.model.page === 0

    columnSpacing: Size.large
    columns: page.portrait ? 1 : 2
    rowSpacing: Size.medium

    Drawing {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.maximumHeight: page.portrait ? page.height * 0.6 : page.height
        Layout.preferredHeight: page.portrait ? page.height * 0.5 : implicitHeight
        Layout.preferredWidth: 1
        ground: Colour.paper
        name: "scanning"
        visible: page.none
    }

    RowLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.maximumHeight: page.portrait ? page.height * 0.45 : page.height
        Layout.preferredWidth: 1
        spacing: Size.gap
        visible: !page.none

        Repeater {
            model: [qsTr("Trước"), qsTr("Sau khi cắt thẳng")]

            ColumnLayout {
                id: side

                required property int index
                required property string modelData

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                spacing: Size.tiny

                Words {
                    Layout.fillWidth: true
                    kind: TypeScale.Chrome
                    quiet: true
                    text: side.modelData
                }

                PaperPreview {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.minimumHeight: Size.mm(20)
                    label: qsTr("%1: trang %2").arg(side.modelData).arg(page.model.page)
                    source: side.index === 0 ? page.model.before : page.model.after
                }
            }
        }
    }

    ScrollColumn {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.minimumHeight: page.none && page.portrait ? Math.min(page.height * 0.7, implicitHeight + Size.medium) : 0
        Layout.preferredWidth: 1
        spacing: Size.gap
        stretched: page.spacious || page.none && page.portrait

        ScanTrouble {
            Layout.fillWidth: true
            model: page.model
        }

        Words {
            Layout.fillWidth: true
            kind: page.portrait || page.spacious ? TypeScale.Heading : TypeScale.Body
            strong: false
            text: qsTr("Đặt giấy lên kính, mặt có chữ úp xuống, rồi đậy nắp.")
            visible: page.none
        }

        NoticeBand {
            Layout.fillWidth: true
            kind: page.model.clear ? NoticeBand.Good : NoticeBand.Error
            large: page.spacious
            text: page.model.clear ? (page.model.accepted ? qsTr("Ông/bà giữ trang này như vậy.") : qsTr("Chữ đọc được, đủ bốn góc.")) : `${page.model.fault} ${page.model.advice}`
            title: page.model.clear ? qsTr("Trang %1: rõ").arg(page.model.page) : qsTr("Trang %1: chưa rõ").arg(page.model.page)
            visible: !page.none
        }

        GridLayout {
            Layout.fillHeight: page.spacious
            Layout.fillWidth: true
            columnSpacing: Size.gap
            columns: !page.portrait && TypeScale.step >= 2 ? 1 : 2 // large letters need whole rows
            rowSpacing: Size.gap
            uniformCellWidths: true

            ScanButton {
                enabled: !page.model.scanning && !page.model.absent
                iconName: "plus"
                text: qsTr("Quét thêm trang")
                visible: !page.none
                onClicked: page.model.scan(false)
            }

            ScanButton {
                enabled: !page.model.scanning && !page.model.absent
                iconName: "paper"
                text: qsTr("Quét cả tập ở khay")
                visible: page.model.feeder
                onClicked: page.model.scan(true)
            }

            ScanButton {
                enabled: !page.model.scanning && !page.model.absent
                iconName: "refresh"
                text: qsTr("Quét lại trang")
                visible: !page.none
                onClicked: page.model.scanAgain()
            }

            ScanButton {
                iconName: "check"
                text: qsTr("Giữ trang này")
                visible: !page.none && !page.model.clear
                onClicked: page.model.keep()
            }

            ScanButton {
                iconName: "refresh"
                text: qsTr("Xoay trang")
                visible: !page.none
                onClicked: page.model.turnOver()
            }

            ScanButton {
                iconName: "scanner"
                text: qsTr("Lấy nguyên mặt kính")
                visible: !page.none
                onClicked: page.model.uncut()
            }

            ScanButton {
                iconName: "trash"
                text: qsTr("Bỏ trang này")
                visible: !page.none
                onClicked: page.model.remove()
            }

            ScanButton {
                enabled: page.model.page > 1
                iconName: "arrow-left"
                text: qsTr("Xem trang trước")
                visible: page.model.pageCount > 1
                onClicked: page.model.turnPage(-1)
            }

            ScanButton {
                enabled: page.model.page < page.model.pageCount
                iconName: "arrow-right"
                text: qsTr("Xem trang sau")
                visible: page.model.pageCount > 1
                onClicked: page.model.turnPage(1)
            }

            ScanButton {
                enabled: page.model.page > 1
                iconName: "arrow-up"
                text: qsTr("Đưa lên trước")
                visible: page.model.pageCount > 1
                onClicked: page.model.move(-1)
            }

            ScanButton {
                enabled: page.model.page < page.model.pageCount
                iconName: "arrow-down"
                text: qsTr("Đưa xuống sau")
                visible: page.model.pageCount > 1
                onClicked: page.model.move(1)
            }

            ScanButton {
                enabled: !page.model.scanning
                iconName: "list"
                text: qsTr("Xem danh sách")
                visible: page.none
                onClicked: page.model.showList()
            }
        }
    }
}
