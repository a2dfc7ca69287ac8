pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style

// One paper as large as the page, all its pages one below the other, to be read before it is printed; it drags under a
// finger. A page is drawn while it is seen.
Rectangle {
    id: large

    property var pages: []
    property string name: ""
    property bool signs: false // the person signs this paper

    signal closed

    function toEnd() {
        flick.turn(large.pages.length * 9);
    }

    color: Colour.paper
    onPagesChanged: flick.contentY = 0

    ColumnLayout {
        anchors.fill: parent
        spacing: Size.medium

        IconLine {
            Layout.fillWidth: true
            iconName: "signature"
            text: qsTr("Ông/bà ký tờ này, ở chỗ ghi “ký”.")
            visible: large.signs
        }

        Words {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            kind: TypeScale.Chrome
            text: qsTr("Trang %1 trên %2").arg(Math.min(flick.inFront + 1, large.pages.length)).arg(large.pages.length)
            visible: large.pages.length > 1
        }

        Flickable {
            id: flick

            readonly property int sheetWidth: Math.round(Math.min(flick.width, Size.mm(260)))
            readonly property int sheetHeight: Math.round(flick.sheetWidth * 297 / 210)
            readonly property int inFront: Math.floor((flick.contentY + flick.height / 2) / (flick.sheetHeight + column.spacing))

            function turn(pages: real) {
                flick.contentY = Math.max(0, Math.min(flick.contentY + pages * flick.height, flick.contentHeight - flick.height));
            }

            Layout.fillHeight: true
            Layout.fillWidth: true
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentHeight: column.height
            contentWidth: width

            Column {
                id: column

                spacing: Size.medium
                width: flick.width

                Repeater {
                    model: large.pages

                    PaperPreview {
                        id: page

                        required property int index
                        required property string modelData
                        readonly property bool seen: page.y < flick.contentY + flick.height && page.y + page.height > flick.contentY

                        height: flick.sheetHeight
                        label: qsTr("%1, trang %2").arg(large.name).arg(page.index + 1)
                        source: page.seen ? page.modelData : ""
                        width: flick.sheetWidth
                        x: Math.round((column.width - width) / 2)
                    }
                }
            }
        }

        RowLayout {
            Layout.fillHeight: false // a layout grows by itself, and would leave nothing to the paper
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
                onTurned: pages => flick.turn(0.8 * pages)
            }
        }
    }
}
