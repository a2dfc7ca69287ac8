import QtQuick
import Kiosk.Components
import Kiosk.Visit

// What every page of a visit shares: home, back, help and end lead to the shell, which asks the session.
Page {
    id: screen

    required property ShellViewModel shell

    canEnd: screen.shell.canEnd
    canGoBack: screen.shell.canGoBack
    canGoHome: screen.shell.canGoHome
    specimen: screen.shell.specimen
    onBackAsked: screen.shell.goBack()
    onEndAsked: screen.shell.askToEnd()
    onHelpAsked: screen.shell.callHelp()
    onHomeAsked: screen.shell.goHome()
}
