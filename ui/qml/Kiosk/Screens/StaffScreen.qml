import QtQuick
import Kiosk.Components
import Kiosk.Visit

// What every page of the staff shares: nothing is spoken, back and the end lead to the staff's own desk.
ScreenFrame {
    id: screen

    required property StaffViewModel room

    canCallHelp: false
    canEnd: true
    canGoBack: true
    staff: true
    onBackAsked: screen.room.goBack()
    onEndAsked: screen.room.leave()
}
