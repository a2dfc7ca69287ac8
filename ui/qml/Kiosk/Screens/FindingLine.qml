pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// One service as the doctor found it: shape and word say how it stands, then what to do.
RowLayout {
    id: line

    required property string name
    required property int readiness
    required property string facts
    required property string title
    required property string remedy
    required property int mend
    property bool mendable: false // a button stands with it
    property bool busy: false // while the station looks, or does something by itself
    readonly property var buttons: ({
        [Mending.Mend.AGAIN]: {
            icon: "refresh",
            text: qsTr("Đã xem, kiểm tra lại")
        },
        [Mending.Mend.DEVICES]: {
            icon: "settings",
            text: qsTr("Chọn lại thiết bị")
        },
        [Mending.Mend.RULER]: {
            icon: "settings",
            text: qsTr("Đo màn hình")
        },
        [Mending.Mend.CARD_TEST]: {
            icon: "card",
            text: qsTr("Đọc thẻ thử")
        },
        [Mending.Mend.PAPERS]: {
            icon: "printer",
            text: qsTr("In trang thử")
        },
        [Mending.Mend.UPDATE]: {
            icon: "refresh",
            text: qsTr("Lấy nội dung mới")
        },
        [Mending.Mend.SEND]: {
            icon: "arrow-right",
            text: qsTr("Gửi số đếm")
        },
        [Mending.Mend.TECHNICIAN]: { // whom to call stands in the sentence
            icon: "phone",
            text: ""
        }
    })
    readonly property var button: line.buttons[line.mend]
    readonly property var standings: ({
        [Staff.Readiness.READY]: {
            icon: "circle-check",
            tint: Colour.goodInk,
            word: qsTr("sẵn sàng")
        },
        [Staff.Readiness.ATTENTION]: {
            icon: "warning",
            tint: Colour.warnInk,
            word: qsTr("cần xem")
        },
        [Staff.Readiness.BROKEN]: {
            icon: "error",
            tint: Colour.errorInk,
            word: qsTr("hỏng")
        }
    })
    readonly property var standing: line.standings[line.readiness]

    signal mended

    spacing: Size.medium

    Icon {
        Layout.alignment: Qt.AlignTop
        name: line.standing.icon
        side: Size.mm(8)
        tint: line.standing.tint
    }

    ColumnLayout {
        Layout.fillWidth: true
        spacing: Size.tiny // marks of a first line stand out above it

        Words {
            Layout.fillWidth: true
            strong: line.readiness !== Staff.Readiness.READY
            text: line.facts.length > 0 ? `${line.name}: ${line.standing.word} (${line.facts})` : `${line.name}: ${line.standing.word}`
        }

        Words {
            Layout.fillWidth: true
            quiet: true
            text: `${line.title} ${line.remedy}`
            visible: line.title.length > 0
        }

        Loader {
            Layout.topMargin: Size.small
            active: line.mendable && line.title.length > 0 && line.button.text.length > 0
            visible: active

            sourceComponent: QuietButton {
                enabled: !line.busy
                iconName: line.button.icon
                text: line.button.text
                onClicked: line.mended()
            }
        }
    }
}
