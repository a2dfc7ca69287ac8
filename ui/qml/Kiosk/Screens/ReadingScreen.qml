import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// Place the card and hold still: four dots with words.
VisitScreen {
    id: screen

    required property ReadingViewModel model
    readonly property bool reading: screen.model.dot >= 0

    heading: screen.reading ? qsTr("Đang đọc thẻ. Ông/bà chưa nhấc thẻ.") : qsTr("Đặt thẻ lên máy đọc và giữ yên")
    place: qsTr("Đọc thẻ căn cước")
    onHeadingChanged: Qt.callLater(screen.readAloud) // "do not lift the card" is said when it begins to matter

    GridLayout {
        anchors.fill: parent
        columnSpacing: Size.huge
        columns: screen.portrait ? 1 : 2
        rowSpacing: Size.large

        CardReaderDrawing {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            placed: screen.reading
            reading: screen.reading
        }

        ColumnLayout {
            Layout.fillHeight: !screen.portrait
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            spacing: Size.huge

            NoticeBand {
                Layout.fillWidth: true
                kind: NoticeBand.Warning
                text: screen.model.remedy
                title: screen.model.trouble
                visible: screen.model.trouble.length > 0
            }

            PhaseDots {
                Layout.fillWidth: true
                current: screen.model.dot
                phases: [qsTr("Gặp thẻ"), qsTr("Mở chip"), qsTr("Đọc chữ"), qsTr("Kiểm tra")]
            }

            Words {
                readonly property string usual: screen.model.usualSeconds > 0 ? qsTr("Thường mất khoảng %n giây.", "", screen.model.usualSeconds) : qsTr("Thường mất vài giây.")

                Accessible.name: usual
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                kind: TypeScale.Heading
                spoken: usual
                strong: false
                text: TypeScale.tied(usual)
            }

            QuietButton {
                Layout.fillWidth: true
                iconName: "keyboard"
                implicitHeight: Math.max(Size.touchLarge, implicitContentHeight + topPadding + bottomPadding)
                text: qsTr("Tôi tự nhập")
                onClicked: screen.model.typeByHand()
            }
        }
    }
}
