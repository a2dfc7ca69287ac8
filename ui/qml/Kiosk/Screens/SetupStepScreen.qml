import QtQuick

// One step of the technician's wizard.
StaffScreen {
    id: screen

    mainText: qsTr("Bước tiếp theo")
    place: qsTr("Cài đặt trạm")
    stepCount: screen.staffModel.step > 0 ? screen.staffModel.steps : 0
    stepNumber: screen.staffModel.step
}
