import QtQuick

// One step of the technician's wizard.
StaffScreen {
    id: screen

    mainText: qsTr("Bước tiếp theo")
    place: qsTr("Cài đặt trạm")
    stepCount: screen.room.step > 0 ? screen.room.steps : 0
    stepNumber: screen.room.step
}
