import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style

// One paper as large as the page, to be read before it is printed; it drags under a finger.
Rectangle {
    id: large

    property url source
    property string name: ""

    signal closed

    color: Colour.paper

    ColumnLayout {
        anchors.fill: parent
        spacing: Size.medium

        Flickable {
            id: flick

            Layout.fillHeight: true
            Layout.fillWidth: true
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentHeight: sheet.height
            contentWidth: width

            PaperPreview {
                id: sheet

                anchors.horizontalCenter: parent.horizontalCenter
                height: width * 297 / 210
                label: qsTr("Trang đầu: %1").arg(large.name)
                source: large.source
                width: Math.min(flick.width, Size.mm(260))
            }
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Size.gap

            QuietButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 2
                iconName: "arrow-left"
                objectName: "closePaper"
                text: qsTr("Thu nhỏ giấy")
                onClicked: large.closed()
            }

            Pager {
                Layout.fillWidth: true
                Layout.preferredWidth: 3
                above: flick.contentY > 1
                below: flick.contentY + flick.height < flick.contentHeight - 1
                visible: flick.contentHeight > flick.height + 1
                onTurned: pages => flick.contentY = Math.max(0, Math.min(flick.contentY + pages * flick.height * 0.8, flick.contentHeight - flick.height))
            }
        }
    }
}
