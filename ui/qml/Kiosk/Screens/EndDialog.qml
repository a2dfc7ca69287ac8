import Kiosk.Components
import Kiosk.Visit

// "Kết thúc" asks once.
ConfirmDialog {
    id: dialog

    required property ShellViewModel shell

    iconName: "leave"
    noText: qsTr("Ở lại làm tiếp")
    text: qsTr("Máy sẽ xóa mọi thông tin của ông/bà.")
    title: qsTr("Ông/bà muốn kết thúc?")
    visible: dialog.shell.askingToEnd && !dialog.shell.asking
    yesText: qsTr("Kết thúc")
    onAgreed: dialog.shell.endNow()
    onRefused: dialog.shell.keepGoing()
}
