pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// The technician's steps, each with a tick once it is done.
StaffScreen {
    id: screen

    required property SetupViewModel model
    readonly property var names: ({
            [Staff.Page.COMMUNE]: qsTr("Chọn xã, phường"),
            [Staff.Page.DEVICES]: qsTr("Thử từng thiết bị"),
            [Staff.Page.SHARING]: qsTr("Hai máy dùng chung"),
            [Staff.Page.RULER]: qsTr("Đo màn hình bằng thẻ"),
            [Staff.Page.TRIAL]: qsTr("In trang thử"),
            [Staff.Page.CARD_TEST]: qsTr("Đọc thẻ thử"),
            [Staff.Page.ACCEPTANCE]: qsTr("Nghiệm thu")
        })

    heading: qsTr("Cài đặt trạm: xong %1 trên %2 bước").arg(screen.model.done).arg(screen.model.steps)
    mainText: screen.model.done > 0 ? qsTr("Làm tiếp") : qsTr("Bắt đầu cài đặt")
    place: qsTr("Cài đặt trạm")
    onMainAsked: screen.model.start()

    ScrollColumn {
        anchors.fill: parent
        spacing: Size.gap

        NoticeBand {
            Layout.fillWidth: true
            actionText: qsTr("Mở lại chương trình")
            kind: NoticeBand.Warning
            text: qsTr("Thiết lập mới có hiệu lực khi mở lại chương trình.")
            visible: screen.model.toRestart
            onActed: screen.model.restart()
        }

        Repeater {
            model: screen.model.rows

            RowDelegate {
                required property int page
                required property bool done

                Layout.fillWidth: true
                detail: done ? qsTr("đã xong") : qsTr("chưa làm")
                iconName: done ? "circle-check" : "circle"
                text: screen.names[page]
                onClicked: screen.model.open(page)
            }
        }
    }
}
