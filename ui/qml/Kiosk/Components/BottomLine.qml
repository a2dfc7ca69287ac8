import QtQuick
import QtQuick.Layouts
import Kiosk.Style

// Back left, help in the middle, the end always in reach, the one main action right; in portrait and on narrow
// screens the main action gets its own row above.
Rectangle {
    id: line

    required property string mainText
    required property bool mainEnabled
    required property bool canGoBack
    required property bool canEnd
    required property bool canCallHelp
    property bool compact: false // while the keyboard takes the room
    property string mainIcon: "arrow-right"
    readonly property bool stacked: line.width < Size.mm(300)

    signal backAsked
    signal helpAsked
    signal endAsked
    signal mainAsked

    color: Colour.sunken
    implicitHeight: grid.implicitHeight + 2 * (line.compact ? Size.small : Size.mm(3))

    GridLayout {
        id: grid

        anchors.left: parent.left
        anchors.margins: Size.margin
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        columnSpacing: Size.gap
        columns: line.stacked ? 3 : 4
        rowSpacing: Size.gap

        MainButton {
            Layout.column: line.stacked ? 0 : 3
            Layout.columnSpan: line.stacked ? 3 : 1
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.leftMargin: line.stacked ? 0 : Size.large
            Layout.row: 0
            enabled: line.mainEnabled
            iconName: line.mainIcon
            implicitHeight: line.compact ? Math.max(Size.touch, implicitContentHeight + topPadding + bottomPadding) : Math.max(Size.touchLarge, implicitContentHeight + topPadding + bottomPadding)
            objectName: "mainButton"
            text: line.mainText
            visible: line.mainText.length > 0
            onClicked: line.mainAsked()
        }

        ToolButton {
            Layout.column: 0
            Layout.fillHeight: true
            Layout.row: line.stacked ? 1 : 0
            iconName: "arrow-left"
            objectName: "backButton"
            opacity: line.canGoBack ? 1 : 0
            enabled: line.canGoBack
            text: qsTr("Quay lại")
            onClicked: line.backAsked()
        }

        Item {
            Layout.column: 1
            Layout.fillHeight: true
            Layout.fillWidth: line.stacked || line.mainText.length === 0
            Layout.preferredWidth: help.implicitWidth
            Layout.row: line.stacked ? 1 : 0
            implicitHeight: help.implicitHeight

            ToolButton {
                id: help

                anchors.centerIn: parent
                height: parent.height
                iconName: "help"
                objectName: "helpButton"
                text: qsTr("Gọi người hỗ trợ")
                visible: line.canCallHelp
                onClicked: line.helpAsked()
            }
        }

        ToolButton {
            Layout.column: 2
            Layout.fillHeight: true
            Layout.row: line.stacked ? 1 : 0
            iconName: "leave"
            objectName: "endButton"
            opacity: line.canEnd ? 1 : 0
            enabled: line.canEnd
            text: qsTr("Kết thúc")
            onClicked: line.endAsked()
        }
    }

    Rectangle {
        color: Colour.hairline
        height: Size.line
        width: parent.width
    }
}
