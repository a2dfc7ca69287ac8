pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style

// Where the 12 digits stand on the front of both cards in use, the last six in a frame.
GridLayout {
    id: cards

    readonly property var kinds: [
        {
            drawing: "card-can-2021",
            words: qsTr("Thẻ làm trước tháng 7/2024")
        },
        {
            drawing: "card-can-2024",
            words: qsTr("Thẻ làm từ tháng 7/2024")
        }
    ]

    columnSpacing: Size.medium
    columns: cards.width > cards.height ? 2 : 1
    rowSpacing: Size.medium

    Repeater {
        model: cards.kinds

        ColumnLayout {
            id: kind

            required property var modelData

            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            spacing: Size.tiny

            Item {
                Layout.fillHeight: true
            }

            Drawing {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.maximumHeight: Math.max(Layout.minimumHeight, width * 0.75) // its words stand right below it
                Layout.minimumHeight: Size.mm(12)
                Layout.preferredHeight: width * 0.75
                ground: Colour.paper
                name: kind.modelData.drawing
            }

            Words {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                kind: TypeScale.Chrome
                spoken: ""
                text: kind.modelData.words
            }

            Item {
                Layout.fillHeight: true
            }
        }
    }
}
