import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// Two PCs, one printer, one scanner: whether the other PC uses what hangs on this one.
SetupStepScreen {
    id: screen

    required property SharingViewModel model
    readonly property bool toOpen: screen.model.offered && screen.model.wanted !== screen.model.shared && screen.model.trouble.length === 0

    heading: qsTr("Hai máy, một máy in, một máy quét")
    mainEnabled: !screen.model.loading && !screen.model.working
    mainText: screen.toOpen ? qsTr("Lưu và làm tiếp") : qsTr("Bước tiếp theo")
    onMainAsked: screen.model.goOn()

    GridLayout {
        anchors.fill: parent
        columnSpacing: Size.large
        columns: screen.portrait ? 1 : 2
        rowSpacing: Size.medium

        ScrollColumn {
            Layout.alignment: Qt.AlignTop
            Layout.fillHeight: !screen.portrait
            Layout.fillWidth: true
            Layout.maximumHeight: screen.portrait ? Math.min(implicitHeight + Size.large, parent.height * 0.5) : parent.height
            Layout.preferredHeight: Layout.maximumHeight
            Layout.preferredWidth: 1
            spacing: Size.gap
            visible: screen.model.offered

            TickRow {
                Layout.fillWidth: true
                checked: !screen.model.wanted
                enabled: !screen.model.working
                single: true
                text: qsTr("Chỉ máy này dùng")
                onClicked: screen.model.chooseAlone()
            }

            TickRow {
                Layout.fillWidth: true
                checked: screen.model.wanted
                enabled: !screen.model.working
                single: true
                text: qsTr("Máy kia dùng chung máy in, máy quét của máy này")
                onClicked: screen.model.chooseShared()
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
                kind: NoticeBand.Info
                text: screen.model.guest ? qsTr("Máy này dùng máy in, máy quét của máy kia. Ở đây không phải làm gì.") : qsTr("Máy này chưa có máy in, máy quét thật để chia sẻ. Muốn dùng của máy kia thì chọn ở bước “Thử từng thiết bị”.")
                visible: !screen.model.loading && !screen.model.offered
            }

            NoticeBand {
                Layout.fillWidth: true
                kind: NoticeBand.Info
                text: screen.model.working ? qsTr("Đang làm, khoảng mười giây.") : screen.model.wanted ? qsTr("Máy in, máy quét sẽ mở cho mạng của phòng này. Không có dữ liệu của ai đi qua.") : qsTr("Không máy nào khác dùng được máy in, máy quét của máy này.")
                visible: screen.model.offered && screen.model.trouble.length === 0 && (screen.model.working || !(screen.model.shared && screen.model.wanted))
            }

            NoticeBand {
                Layout.fillWidth: true
                kind: NoticeBand.Good
                text: qsTr("Ở máy kia, bước “Thử từng thiết bị”: chọn “Máy in của máy %1”, rồi “Máy quét của máy %1”.").arg(screen.model.station)
                title: qsTr("Máy kia dùng chung được rồi")
                visible: screen.model.shared && screen.model.wanted && !screen.model.working
            }

            NoticeBand {
                Layout.fillWidth: true
                kind: NoticeBand.Error
                text: screen.model.remedy
                title: screen.model.trouble
                visible: screen.model.trouble.length > 0
            }

            QuietButton {
                Layout.fillWidth: true
                iconName: "refresh"
                text: qsTr("Thử lại")
                visible: screen.model.trouble.length > 0
                onClicked: screen.model.tryAgain()
            }
        }
    }
}
