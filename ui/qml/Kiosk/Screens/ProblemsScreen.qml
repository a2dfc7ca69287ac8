import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Visit

// What is missing: how many first, then each with a way to it.
VisitScreen {
    id: screen

    required property ProblemsViewModel model

    heading: qsTr("Tờ khai chưa xong")
    mainIcon: "edit"
    mainText: qsTr("Sửa chỗ đầu tiên")
    place: screen.model.place
    onMainAsked: screen.model.open(0)

    ScrollColumn {
        anchors.fill: parent

        ErrorSummary {
            Layout.fillWidth: true
            problems: screen.model.problems
            onChosen: index => screen.model.open(index)
        }
    }
}
