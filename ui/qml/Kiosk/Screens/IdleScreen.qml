pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// For people walking by: one slide after another, the opening hours, and one large place to touch. A touch on a
// slide leads to its guide.
VisitScreen {
    id: screen

    required property IdleViewModel model
    readonly property bool roomy: screen.portrait || screen.height > Size.high // read from across the room

    canCallHelp: false
    canEnd: false
    canGoBack: false
    mainIcon: "hand"
    mainText: qsTr("Chạm vào đây để bắt đầu")
    place: screen.model.placeName
    onMainAsked: screen.shell.begin()
    onPlaceHeld: screen.shell.callStaff()

    Item {
        anchors.fill: parent

        GridLayout {
            anchors.bottom: foot.top
            anchors.bottomMargin: Size.large
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            columnSpacing: Size.huge
            columns: screen.portrait ? 1 : 2
            rowSpacing: Size.large

            Drawing {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.maximumHeight: screen.portrait ? Math.min(parent.width * 0.75, parent.height * 0.6) : parent.height
                Layout.preferredHeight: screen.portrait ? Layout.maximumHeight : implicitHeight
                Layout.preferredWidth: screen.portrait ? parent.width : parent.width * 0.4
                ground: Colour.paper
                name: screen.model.drawing
            }

            ScrollColumn {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.minimumHeight: screen.portrait ? Math.min(parent.height * 0.7, implicitHeight + Size.medium) : 0
                Layout.preferredWidth: screen.portrait ? parent.width : parent.width * 0.6
                centred: true
                spacing: screen.roomy && !screen.portrait ? Size.huge : Size.large

                Words {
                    Layout.fillWidth: true
                    Accessible.name: screen.model.heading
                    font.pixelSize: TypeScale.pixels((!screen.roomy ? 9.5 : screen.portrait ? 13 : 16) * TypeScale.headingGrowth)
                    kind: TypeScale.Title
                    spoken: screen.model.heading
                    text: TypeScale.tied(screen.model.heading)
                }

                Repeater {
                    model: screen.model.points

                    IconLine {
                        required property string modelData

                        Layout.fillWidth: true
                        iconName: "dot"
                        far: screen.roomy && !screen.portrait
                        huge: true
                        text: modelData
                    }
                }
            }
        }

        TapHandler {
            onTapped: screen.model.openSlide()
        }

        ColumnLayout {
            id: foot

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            spacing: Size.medium

            Row {
                Accessible.ignored: true
                Layout.alignment: Qt.AlignHCenter
                spacing: Size.small

                Repeater {
                    model: screen.model.slides

                    Rectangle {
                        required property int index

                        border.color: Colour.edge
                        border.width: Size.line
                        color: index === screen.model.slide ? Colour.accent : Colour.surface
                        height: Size.mm(3)
                        radius: height / 2
                        width: index === screen.model.slide ? Size.mm(9) : height
                    }
                }
            }

            Words {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                quiet: true
                text: qsTr("%1. Hỏi đáp: %2").arg(screen.model.openingHours).arg(screen.model.hotline)
            }
        }
    }

    Timer {
        interval: screen.model.seconds * 1000
        repeat: true
        running: Motion.on && screen.model.slides > 1
        onTriggered: screen.model.nextSlide()
    }
}
