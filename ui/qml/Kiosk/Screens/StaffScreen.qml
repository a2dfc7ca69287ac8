import QtQuick
import Kiosk.Components
import Kiosk.Visit

// What every page of the staff shares: nothing is spoken; back leads to the page before, the end out of the staff side.
ScreenFrame {
    id: screen

    required property StaffViewModel staffModel

    canCallHelp: false
    canEnd: true
    canGoBack: true
    staff: true
    onBackAsked: screen.staffModel.goBack()
    onEndAsked: screen.staffModel.askToLeave()
}
