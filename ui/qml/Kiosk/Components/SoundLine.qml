import QtQuick
import Kiosk.Style

// Shown while reading aloud is on: again, louder and softer, slower and faster.
Rectangle {
    id: line

    property string spoken: ""

    signal againAsked

    color: Colour.sunken
    implicitHeight: flow.height + 2 * Size.small

    Flow {
        id: flow

        anchors.left: parent.left
        anchors.margins: Size.margin
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        layoutDirection: Qt.RightToLeft
        spacing: Size.gap

        ToolButton {
            enabled: Look.speed < 140
            iconName: "plus"
            objectName: "fasterButton"
            repeatable: true
            text: qsTr("Nhanh hơn")
            onClicked: {
                Look.speed = Math.min(140, Look.speed + 15);
                line.againAsked();
            }
        }

        ToolButton {
            enabled: Look.speed > 70
            iconName: "minus"
            objectName: "slowerButton"
            repeatable: true
            text: qsTr("Chậm hơn")
            onClicked: {
                Look.speed = Math.max(70, Look.speed - 15);
                line.againAsked();
            }
        }

        ToolButton {
            enabled: Look.volume < 100
            iconName: "volume-up"
            objectName: "louderButton"
            repeatable: true
            text: qsTr("To hơn")
            onClicked: {
                Look.volume = Math.min(100, Look.volume + 15);
                line.againAsked();
            }
        }

        ToolButton {
            enabled: Look.volume > 10
            iconName: "volume-down"
            objectName: "softerButton"
            repeatable: true
            text: qsTr("Nhỏ hơn")
            onClicked: {
                Look.volume = Math.max(10, Look.volume - 15);
                line.againAsked();
            }
        }

        ToolButton {
            iconName: "refresh"
            objectName: "againButton"
            text: qsTr("Đọc lại")
            onClicked: line.againAsked()
        }
    }
}
