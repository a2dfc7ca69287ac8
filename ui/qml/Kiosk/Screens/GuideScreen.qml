pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// Do one thing on the phone: the drawing with the spot lit, the sentence, and the ways on.
VisitScreen {
    id: screen

    required property GuideViewModel model
    readonly property bool hasPhone: screen.model.phoneLines.length > 0

    place: screen.model.place
    stepCount: screen.model.stepCount
    stepNumber: screen.model.stepNumber

    GridLayout {
        anchors.fill: parent
        columnSpacing: Size.huge
        columns: screen.portrait ? 1 : 2
        rowSpacing: Size.large

        Item {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredHeight: 1
            Layout.preferredWidth: 2

            PhoneMock {
                anchors.centerIn: parent
                height: Math.min(parent.height, Math.max(implicitHeight, width * 1.7))
                lines: screen.model.phoneLines
                lit: screen.model.phoneLit
                title: screen.model.phoneTitle
                visible: screen.hasPhone
                width: Math.min(parent.width, Size.mm(120), parent.height * 0.6)
            }

            Drawing {
                anchors.fill: parent
                ground: Colour.paper
                name: screen.model.drawing
                visible: !screen.hasPhone
            }
        }

        ScrollColumn {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredHeight: 1
            Layout.preferredWidth: 3
            spacing: screen.spacious ? Size.large : Size.medium
            stretched: screen.portrait || screen.spacious

            Words {
                Layout.fillWidth: true
                Accessible.name: screen.model.text
                kind: screen.spacious ? TypeScale.Title : TypeScale.Heading
                spoken: screen.model.spoken
                text: TypeScale.tied(screen.model.text)
            }

            Words {
                Layout.fillWidth: true
                kind: screen.spacious ? TypeScale.Lead : TypeScale.Body
                quiet: true
                text: screen.model.after.length > 0 ? screen.model.after : qsTr("Tiếp theo, máy hiện “%1”.").arg(screen.model.nextHeading)
                visible: screen.model.after.length > 0 || screen.model.nextHeading.length > 0
            }

            NoticeBand {
                Layout.fillWidth: true
                large: screen.spacious
                kind: NoticeBand.Warning
                text: screen.model.caution
                visible: screen.model.caution !== ""
            }

            Repeater {
                model: screen.model.ways

                TouchButton {
                    required property int index
                    required property int kind
                    required property string label
                    readonly property bool worked: kind === Visit.WayKind.WORKED

                    Layout.fillHeight: screen.portrait || screen.spacious
                    Layout.fillWidth: true
                    Layout.maximumHeight: Math.max(implicitHeight, Size.mm(screen.spacious ? 55 : 40))
                    implicitHeight: Math.max(Size.touchLarge, implicitContentHeight + topPadding + bottomPadding)
                    edge: worked ? Colour.mainEdge : Colour.edge
                    ground: worked ? Colour.main : Colour.surface
                    groundPressed: worked ? Colour.mainPressed : Colour.pressed
                    iconName: worked ? "check" : kind === Visit.WayKind.TROUBLE ? "question" : "arrow-right"
                    iconSide: screen.spacious ? Size.iconLarge : Size.icon
                    letters: worked ? Colour.mainLetters : Colour.ink
                    textSize: screen.spacious ? TypeScale.heading : TypeScale.button
                    objectName: `way-${index}`
                    text: label.length > 0 ? label : worked ? qsTr("Xong") : qsTr("Không được")
                    onClicked: screen.model.choose(index)
                }
            }

            QuietButton {
                Layout.fillWidth: true
                iconName: "speaker"
                spoken: ""
                text: qsTr("Đọc lại")
                visible: Look.sound
                onClicked: screen.readAloud()
            }

            NoticeBand {
                Layout.fillWidth: true
                text: qsTr("Chưa xác minh, hỏi cán bộ.")
                visible: screen.model.unconfirmed
            }

            FoldedSources {
                Layout.fillWidth: true
                sources: screen.model.sources
            }

            Words {
                Layout.fillWidth: true
                kind: TypeScale.Chrome
                quiet: true
                spoken: ""
                text: screen.hasPhone ? qsTr("Hình minh họa. Ứng dụng có thể trông khác.") : ""
                visible: text.length > 0
            }

            Words {
                Layout.fillWidth: true
                kind: TypeScale.Chrome
                quiet: true
                spoken: ""
                text: qsTr("Cho người hỗ trợ: %1").arg(screen.model.helper)
                visible: screen.model.helper.length > 0
            }
        }
    }
}
