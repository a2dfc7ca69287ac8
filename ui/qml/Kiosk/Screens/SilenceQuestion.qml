import Kiosk.Components
import Kiosk.Visit

// "Is anybody there?", asked by the shell.
SilenceDialog {
    id: dialog

    required property ShellViewModel shell

    secondsLeft: dialog.shell.secondsLeft
    visible: dialog.shell.asking
    onLeftNow: dialog.shell.endNow()
    onStayed: dialog.shell.stillHere()
}
