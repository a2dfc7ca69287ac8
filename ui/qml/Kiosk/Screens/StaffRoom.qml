import QtQuick
import Kiosk.Visit

// The staff's side of the window, made when it is first asked for: knows only which file draws which page.
FocusScope {
    id: side

    required property StaffViewModel room

    function fileOf(page: int): string {
        switch (page) {
        case Staff.Page.SIGN_IN:
            return "StaffSignInScreen.qml";
        case Staff.Page.OVERVIEW:
            return "StaffOverviewScreen.qml";
        case Staff.Page.NUMBERS:
            return "StaffNumbersScreen.qml";
        case Staff.Page.PAPERS:
            return "StaffPapersScreen.qml";
        case Staff.Page.SETUP:
            return "SetupScreen.qml";
        case Staff.Page.COMMUNE:
            return "SetupCommuneScreen.qml";
        case Staff.Page.DEVICES:
            return "SetupDevicesScreen.qml";
        case Staff.Page.RULER:
            return "SetupRulerScreen.qml";
        case Staff.Page.TRIAL:
            return "SetupTrialScreen.qml";
        case Staff.Page.CARD_TEST:
            return "SetupCardScreen.qml";
        case Staff.Page.ACCEPTANCE:
            return "SetupAcceptanceScreen.qml";
        }
        return "";
    }

    function turn() {
        const file = side.fileOf(side.room.page);
        if (file.length === 0) {
            page.source = "";
            return;
        }
        page.setSource(file, {
            room: side.room,
            model: side.room.model
        });
        page.forceActiveFocus();
    }

    Component.onCompleted: side.turn()

    Loader {
        id: page

        anchors.fill: parent
        focus: true
    }

    Connections {
        function onTurned() {
            side.turn();
        }

        target: side.room
    }
}
