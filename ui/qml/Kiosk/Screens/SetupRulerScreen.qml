pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// Two marks as far apart as a bank card is wide. Everything here is in pixels of the screen: that is what is measured.
SetupStepScreen {
    id: screen

    required property RulerViewModel model

    heading: qsTr("Đặt thẻ ngân hàng lên màn hình")
    mainEnabled: !screen.model.saving
    mainText: qsTr("Lưu và làm tiếp")
    onMainAsked: screen.model.save()

    ColumnLayout {
        anchors.fill: parent
        spacing: Size.medium

        Words {
            Layout.fillWidth: true
            text: qsTr("Kéo vạch phải, hoặc bấm nút, đến khi hai vạch sát hai mép ngắn của thẻ.")
        }

        Item {
            id: track

            readonly property int handle: Size.touch

            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: Size.mm(75)
            Layout.minimumHeight: Size.mm(20)
            Component.onCompleted: screen.model.fit(track.width - track.handle)
            onWidthChanged: screen.model.fit(track.width - track.handle)

            Rectangle {
                border.color: Colour.edge
                border.width: Size.line
                color: Colour.surface
                height: parent.height
                radius: Size.radius
                width: screen.model.distance
            }

            Rectangle {
                color: Colour.accent
                height: parent.height
                width: 2
            }

            Rectangle {
                id: mark

                color: Colour.accent
                height: parent.height
                width: 2
                x: screen.model.distance - 2
            }

            Icon {
                anchors.left: mark.right
                anchors.leftMargin: Size.tiny
                anchors.verticalCenter: parent.verticalCenter
                name: "hand"
                tint: Colour.accent
            }

            MouseArea {
                property int grip: 0

                anchors.fill: parent
                onPositionChanged: event => screen.model.place(Math.round(event.x) - grip)
                onPressed: event => grip = Math.abs(event.x - screen.model.distance) < 2 * track.handle ? Math.round(event.x) - screen.model.distance : 0
            }
        }

        GridLayout {
            Layout.fillWidth: true
            columnSpacing: Size.gap
            columns: 4
            rowSpacing: Size.gap

            Repeater {
                model: [-10, -1, 1, 10]

                QuietButton {
                    required property int modelData

                    Accessible.name: modelData < 0 ? qsTr("Thu hẹp %1 điểm").arg(-modelData) : qsTr("Nới rộng %1 điểm").arg(modelData)
                    Layout.fillWidth: true
                    iconName: modelData < 0 ? "arrow-left" : "arrow-right"
                    repeatable: true
                    text: `${Math.abs(modelData)}`
                    onClicked: screen.model.step(modelData)
                }
            }
        }

        Words {
            Layout.fillWidth: true
            text: qsTr("%1 điểm ảnh một milimét. Thẻ rộng 85,60 mm.").arg(screen.model.scale)
        }

        NoticeBand {
            Layout.fillWidth: true
            kind: NoticeBand.Error
            text: screen.model.remedy
            title: screen.model.trouble
            visible: screen.model.trouble.length > 0
        }

        Item {
            Layout.fillHeight: true
            Layout.preferredHeight: 1
        }
    }
}
