pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// The drawing of a bank card, and two marks as far apart as a real one is wide. Everything here is in pixels of the screen: that is what is measured.
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
            text: qsTr("Đặt thẻ lên hình thẻ, mép trái sát vạch trái. Kéo vạch phải đến khi hình bằng thẻ.")
        }

        Item {
            id: track

            readonly property int handle: Size.touch
            readonly property int cardHeight: Math.round(screen.model.distance * screen.model.cardShape)
            readonly property int reach: Size.small // the marks stand out above and below a card that lies on the drawn one

            Layout.fillWidth: true
            Layout.preferredHeight: track.cardHeight + 2 * track.reach
            Component.onCompleted: screen.model.fit(track.width - track.handle)
            onWidthChanged: screen.model.fit(track.width - track.handle)

            Rectangle { // corners of 3.18 mm on 85.60 (ISO/IEC 7810, ID-1)
                id: card

                border.color: Colour.edge
                border.width: Size.line
                color: Colour.surface
                height: track.cardHeight
                radius: Math.round(screen.model.distance * 3.18 / 85.6)
                width: screen.model.distance
                y: track.reach

                Rectangle { // the chip, where every bank card has it (ISO/IEC 7816-2)
                    border.color: Colour.edge
                    border.width: Size.line
                    color: Colour.soft
                    height: Math.round(card.width * 0.1)
                    radius: Size.tiny
                    width: Math.round(card.width * 0.135)
                    x: Math.round(card.width * 0.12)
                    y: Math.round(card.height * 0.36)
                }

                Repeater { // number and name, as lines
                    model: [0.62, 0.76]

                    Rectangle {
                        required property real modelData
                        required property int index

                        color: Colour.hairline
                        height: Math.round(card.height * 0.06)
                        radius: height / 2
                        width: Math.round(card.width * (index === 0 ? 0.7 : 0.4))
                        x: Math.round(card.width * 0.12)
                        y: Math.round(card.height * modelData)
                    }
                }
            }

            Repeater { // the two marks that are measured
                id: marks

                model: [0, screen.model.distance - 2]

                Rectangle {
                    required property int modelData

                    color: Colour.accent
                    height: track.height
                    width: 2
                    x: modelData
                }
            }

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: "hand"
                tint: Colour.accent
                x: screen.model.distance + Size.tiny
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
            text: qsTr("1 mm là %1 điểm ảnh, thẻ rộng 85,60 mm.").arg(screen.model.scale)
            visible: screen.height > Size.high || TypeScale.growth < 1.4 // gives way to the card in its true size
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
