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

    ColumnLayout {
        anchors.fill: parent
        spacing: Size.large

        NoticeBand {
            Layout.fillWidth: true
            kind: NoticeBand.Warning
            text: screen.model.remedy
            title: screen.model.trouble
            visible: screen.model.trouble.length > 0
        }

        CardReaderDrawing {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.leftMargin: parent.width * 0.15
            Layout.maximumHeight: Size.mm(170)
            Layout.rightMargin: parent.width * 0.15
            placed: screen.reading
            reading: screen.reading
        }

        PhaseDots {
            Layout.fillWidth: true
            current: screen.model.dot
            phases: [qsTr("Gặp thẻ"), qsTr("Mở chip"), qsTr("Đọc chữ"), qsTr("Kiểm tra")]
        }

        Words {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            quiet: true
            text: screen.model.usualSeconds > 0 ? qsTr("Thường mất khoảng %n giây.", "", screen.model.usualSeconds) : qsTr("Thường mất vài giây.")
        }

        QuietButton {
            Layout.alignment: Qt.AlignHCenter
            iconName: "keyboard"
            text: qsTr("Tôi tự nhập")
            onClicked: screen.model.typeByHand()
        }
    }
}
