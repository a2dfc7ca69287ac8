import QtQuick
import Kiosk.Visit

// The staff's side of the window, made when it is first asked for: the file that draws a page has the page's name.
FocusScope {
    id: side

    required property StaffViewModel staffModel

    function turn() {
        if (side.staffModel.file.length === 0) {
            page.source = "";
            return;
        }
        page.setSource(side.staffModel.file, {
            staffModel: side.staffModel,
            model: side.staffModel.model
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

        target: side.staffModel
    }
}
