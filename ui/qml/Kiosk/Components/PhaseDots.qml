pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style

// The phases of a job as dots with words: done (tick), now (filled, breathing), to come (empty).
RowLayout {
    id: dots

    required property var phases // the words, in order
    required property int current // index of the running phase; phases.length when all are done
    property string spoken: dots.current < dots.phases.length ? (dots.phases[Math.max(0, dots.current)] ?? "") : qsTr("Đã xong")

    Accessible.name: qsTr("Bước %1 trên %2: %3").arg(Math.max(1, Math.min(dots.current + 1, dots.phases.length))).arg(dots.phases.length).arg(dots.spoken)
    Accessible.role: Accessible.ProgressBar
    spacing: Size.gap

    Repeater {
        model: dots.phases

        ColumnLayout {
            id: phase

            required property int index
            required property string modelData
            readonly property bool done: phase.index < dots.current
            readonly property bool now: phase.index === dots.current

            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            spacing: Size.small

            Rectangle {
                id: dot

                Layout.alignment: Qt.AlignHCenter
                Layout.preferredHeight: Size.mm(13)
                Layout.preferredWidth: Size.mm(13)
                border.color: phase.done || phase.now ? Colour.accent : Colour.edge
                border.width: Size.edge * 1.5
                color: phase.done ? Colour.main : Colour.surface
                radius: height / 2

                Icon {
                    anchors.centerIn: parent
                    name: phase.done ? "check" : phase.now ? "dot" : ""
                    side: Size.mm(8)
                    tint: phase.done ? Colour.mainLetters : Colour.accent
                    visible: phase.done || phase.now
                }

                SequentialAnimation on scale {
                    loops: Animation.Infinite
                    running: phase.now && Motion.on && dots.visible

                    NumberAnimation {
                        duration: Motion.slow
                        from: 1
                        to: 1.12
                    }

                    NumberAnimation {
                        duration: Motion.slow
                        from: 1.12
                        to: 1
                    }
                }
            }

            Words {
                Accessible.ignored: true
                Layout.fillWidth: true
                font.weight: phase.now ? Font.DemiBold : Font.Normal
                horizontalAlignment: Text.AlignHCenter
                quiet: !phase.now
                text: phase.modelData
            }
        }
    }
}
