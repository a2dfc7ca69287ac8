import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style

// A long column in a place of any height: where its page buttons stand is looked at.
Rectangle {
    id: stage

    color: Colour.paper

    ScrollColumn {
        anchors.fill: parent
        objectName: "column"

        Repeater {
            model: 8

            QuietButton {
                required property int index

                Layout.fillWidth: true
                text: `Nút ${index + 1}`
            }
        }
    }
}
