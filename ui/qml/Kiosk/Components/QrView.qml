import QtQuick
import Kiosk.Style

// A QR symbol from its rows of booleans (true is dark), always dark on white with a quiet zone of four modules.
Rectangle {
    id: view

    required property var rows
    required property string label // what the symbol leads to
    readonly property int modules: view.rows.length + 8
    readonly property int module: Math.max(1, Math.floor(Math.min(view.width, view.height) / view.modules))
    property string spoken: view.label

    Accessible.name: qsTr("Mã QR: %1").arg(view.label)
    Accessible.role: Accessible.Graphic
    color: "#ffffff"
    implicitHeight: Size.mm(45)
    implicitWidth: Size.mm(45)

    Canvas {
        id: canvas

        Accessible.ignored: true
        anchors.centerIn: parent
        height: view.rows.length * view.module
        width: height

        onPaint: {
            const context = canvas.getContext("2d");
            context.clearRect(0, 0, width, height);
            context.fillStyle = "#000000";
            view.rows.forEach((row, y) => row.forEach((dark, x) => {
                if (dark)
                    context.fillRect(x * view.module, y * view.module, view.module, view.module);
            }));
        }
    }

    onModuleChanged: canvas.requestPaint()
    onRowsChanged: canvas.requestPaint()
}
