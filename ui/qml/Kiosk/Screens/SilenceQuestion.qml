import Kiosk.Components
import Kiosk.Visit

// "Is anybody there?" or "time is nearly over", asked by the shell.
SilenceDialog {
    id: dialog

    required property ShellViewModel shell

    late: dialog.shell.late
    secondsLeft: dialog.shell.secondsLeft
    visible: dialog.shell.asking
    onLeftNow: dialog.shell.endNow()
    onStayed: dialog.shell.stillHere()
}
