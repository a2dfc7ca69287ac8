pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// Staff only: the role where several have a PIN, six digits, tries left, the lock counting down; while it does, the key of twelve digits opens.
StaffScreen {
    id: screen

    required property SignInViewModel model
    readonly property bool unusable: screen.model.trouble.length > 0
    readonly property bool locked: screen.model.lockedSeconds > 0

    readonly property var names: ({
        [Staff.Role.VOLUNTEER]: qsTr("Tình nguyện viên"),
        [Staff.Role.OFFICER]: qsTr("Cán bộ"),
        [Staff.Role.TECHNICIAN]: qsTr("Kỹ thuật viên")
    })

    canEnd: false
    heading: screen.unusable ? screen.model.trouble : screen.locked ? qsTr("Nhập mã mở khóa, hoặc đợi") : qsTr("Nhập mã PIN của nhân viên")
    mainEnabled: screen.model.entered === screen.model.count && !screen.model.judging
    mainIcon: "lock"
    mainText: screen.unusable ? "" : screen.model.judging ? qsTr("Đang kiểm tra") : qsTr("Mở phần nhân viên")
    place: qsTr("Dành cho nhân viên")
    onMainAsked: screen.model.signIn()

    ColumnLayout {
        anchors.fill: parent
        spacing: Size.medium
        visible: screen.unusable

        NoticeBand {
            Layout.fillWidth: true
            kind: NoticeBand.Error
            text: screen.model.remedy
            title: screen.model.trouble
        }

        Item {
            Layout.fillHeight: true
        }
    }

    GridLayout {
        anchors.fill: parent
        columnSpacing: Size.huge
        columns: screen.portrait ? 1 : 2
        rowSpacing: Size.large
        visible: !screen.unusable

        ColumnLayout {
            Layout.alignment: Qt.AlignCenter
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            spacing: Size.large

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Size.gap
                visible: screen.model.roles.length > 0

                Repeater {
                    model: screen.model.roles

                    TickRow {
                        required property int modelData

                        Layout.fillWidth: true
                        checked: screen.model.role === modelData
                        single: true
                        text: screen.names[modelData]
                        onClicked: screen.model.chooseRole(modelData)
                    }
                }
            }

            DigitBoxes {
                Layout.alignment: Qt.AlignHCenter
                count: screen.model.count
                digits: "•".repeat(screen.model.entered)
                hidden: true
                label: screen.locked ? qsTr("Mã mở khóa") : qsTr("Mã PIN")
            }

            NoticeBand {
                Layout.fillWidth: true
                kind: NoticeBand.Error
                text: qsTr("Còn %n lần thử.", "", screen.model.triesLeft)
                title: qsTr("Mã PIN chưa đúng")
                visible: screen.model.wrong
            }

            NoticeBand {
                Layout.fillWidth: true
                kind: NoticeBand.Warning
                text: qsTr("Sai nhiều lần. Thử lại sau %n giây. Mã mở khóa (12 số) mở được ngay; kỹ thuật viên cũng gỡ khóa được.", "", screen.model.lockedSeconds)
                title: qsTr("Đang khóa")
                visible: screen.locked
            }

            Words {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                quiet: true
                text: qsTr("Người dân không cần phần này. Bấm Quay lại để về màn hình chính.")
                visible: !screen.locked || screen.portrait || TypeScale.growth < 1.2 // gives way to the lock
            }
        }

        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumWidth: parent.width // the keypad in it is narrower, the half of the screen is not
            Layout.preferredWidth: 1

            NumberKeypad {
                Layout.alignment: Qt.AlignCenter
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.maximumHeight: Size.mm(110)
                Layout.maximumWidth: Size.mm(120)
                onBackspace: screen.model.removeDigit()
                onCleared: screen.model.clearDigits()
                onDigit: text => screen.model.addDigit(text)
            }
        }
    }
}
