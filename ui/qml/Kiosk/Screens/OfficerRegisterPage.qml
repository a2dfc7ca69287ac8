pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// The page of a register as it will be kept, clear or not with what to do; before the first, where the book lies.
GridLayout {
    id: page

    required property RegistersViewModel model
    required property bool portrait
    readonly property bool none: page.model.page === 0
    readonly property bool free: !page.model.busy

    columnSpacing: Size.large
    columns: page.portrait ? 1 : 2
    rowSpacing: Size.medium

    Drawing {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.maximumHeight: page.portrait ? page.height * 0.4 : page.height
        Layout.preferredHeight: page.portrait ? page.height * 0.35 : implicitHeight
        Layout.preferredWidth: 1
        ground: Colour.paper
        name: "scanning"
        visible: page.none
    }

    PaperPreview {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.maximumHeight: page.portrait ? page.height * 0.5 : page.height
        Layout.minimumHeight: Size.mm(20)
        Layout.preferredWidth: 1
        label: qsTr("Trang sổ %1 trên %2").arg(page.model.page).arg(page.model.pageCount)
        source: page.model.picture
        visible: !page.none
    }

    ScrollColumn {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        spacing: Size.gap

        NoticeBand {
            Layout.fillWidth: true
            kind: NoticeBand.Error
            text: page.model.remedy
            title: page.model.trouble
            visible: page.model.trouble.length > 0
        }

        NoticeBand {
            Layout.fillWidth: true
            kind: page.model.unlisted ? NoticeBand.Warning : NoticeBand.Good
            text: page.model.unlisted ? qsTr("Danh sách bên cạnh chưa ghi được. Mở chỗ trên USB hoặc cắm USB khác, rồi ghi lại.") : qsTr("Danh sách: %1").arg(page.model.listName)
            title: qsTr("Đã ghi %1").arg(page.model.written)
            visible: page.model.written.length > 0
        }

        NoticeBand {
            Layout.fillWidth: true
            kind: NoticeBand.Good
            text: qsTr("Rút USB được rồi.")
            visible: page.model.released
        }

        Words {
            Layout.fillWidth: true
            text: qsTr("Mở sổ đúng trang, úp lên kính, giữ gáy sổ cho phẳng. Máy ghi từng trang vào USB của cán bộ, không giữ lại gì.")
            visible: page.none
        }

        Words {
            Layout.fillWidth: true
            quiet: true
            text: qsTr("Buổi này đã ghi %n việc.", "", page.model.records)
            visible: page.none && page.model.records > 0
        }

        NoticeBand {
            Layout.fillWidth: true
            kind: page.model.clear ? NoticeBand.Good : NoticeBand.Error
            text: page.model.clear ? (page.model.accepted ? qsTr("Cán bộ giữ trang này như vậy.") : qsTr("Chữ đọc được, đủ bốn góc.")) : `${page.model.fault} ${page.model.advice}`
            title: page.model.clear ? qsTr("Trang %1: rõ").arg(page.model.page) : qsTr("Trang %1: chưa rõ").arg(page.model.page)
            visible: !page.none
        }

        GridLayout {
            Layout.fillWidth: true
            columnSpacing: Size.gap
            columns: !page.portrait && TypeScale.step >= 2 ? 1 : 2 // large letters need whole rows
            rowSpacing: Size.gap
            uniformCellWidths: true

            QuietButton {
                Layout.fillWidth: true
                iconName: "person"
                text: qsTr("Còn việc khác ở trang ấy")
                visible: page.model.mayTakeSamePage
                onClicked: page.model.samePage()
            }

            QuietButton {
                Layout.fillWidth: true
                enabled: page.free
                iconName: "list"
                text: qsTr("Đổi loại sổ")
                visible: page.none
                onClicked: page.model.otherRegister()
            }

            QuietButton {
                Layout.fillWidth: true
                enabled: page.free && !page.model.released
                iconName: "check"
                text: qsTr("Xong, rút USB")
                visible: page.none && page.model.records > 0 && !page.model.unlisted
                onClicked: page.model.finish()
            }

            QuietButton {
                Layout.fillWidth: true
                enabled: page.free
                iconName: "refresh"
                text: qsTr("Quét lại trang")
                visible: !page.none
                onClicked: page.model.scanAgain()
            }

            QuietButton {
                Layout.fillWidth: true
                enabled: page.free
                iconName: "plus"
                text: qsTr("Việc này còn trang nữa")
                visible: !page.none
                onClicked: page.model.scan()
            }

            QuietButton {
                Layout.fillWidth: true
                iconName: "check"
                text: qsTr("Giữ trang này")
                visible: !page.none && !page.model.clear
                onClicked: page.model.keep()
            }

            QuietButton {
                Layout.fillWidth: true
                iconName: "refresh"
                text: qsTr("Xoay trang")
                visible: !page.none
                onClicked: page.model.turnOver()
            }

            QuietButton {
                Layout.fillWidth: true
                iconName: "scanner"
                text: qsTr("Lấy nguyên mặt kính")
                visible: !page.none
                onClicked: page.model.uncut()
            }

            QuietButton {
                Layout.fillWidth: true
                iconName: "trash"
                text: qsTr("Bỏ trang này")
                visible: !page.none
                onClicked: page.model.remove()
            }

            QuietButton {
                Layout.fillWidth: true
                enabled: page.model.page > 1
                iconName: "arrow-left"
                text: qsTr("Xem trang trước")
                visible: page.model.pageCount > 1
                onClicked: page.model.turnPage(-1)
            }

            QuietButton {
                Layout.fillWidth: true
                enabled: page.model.page < page.model.pageCount
                iconName: "arrow-right"
                text: qsTr("Xem trang sau")
                visible: page.model.pageCount > 1
                onClicked: page.model.turnPage(1)
            }
        }
    }
}
