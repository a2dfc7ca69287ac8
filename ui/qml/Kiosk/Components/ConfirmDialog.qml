import QtQuick
import QtQuick.Layouts
import Kiosk.Style

// Asks once. It covers the screen, holds the focus inside, and Escape means no.
FocusScope {
    id: dialog

    required property string title
    required property string text
    required property string yesText
    required property string noText
    property string iconName: "question"
    property string spoken: [dialog.title, dialog.text, dialog.yesText, dialog.noText].join(". ")

    signal agreed
    signal refused

    function arrive() {
        if (dialog.visible) {
            no.forceActiveFocus();
            Voice.say([dialog.spoken]);
        }
    }

    Accessible.name: dialog.title
    Accessible.role: Accessible.Dialog
    Keys.onEscapePressed: dialog.refused()
    anchors.fill: parent
    visible: false
    z: 50
    Component.onCompleted: dialog.arrive()
    onVisibleChanged: dialog.arrive()

    Rectangle {
        anchors.fill: parent
        color: Colour.veil
    }

    MouseArea {
        anchors.fill: parent
    }

    Rectangle {
        anchors.centerIn: parent
        border.color: Colour.edge
        border.width: Size.edge
        color: Colour.paper
        height: column.implicitHeight + 2 * Size.huge
        radius: Size.radius * 2
        width: Math.min(parent.width - 2 * Size.margin, Size.mm(190))

        ColumnLayout {
            id: column

            anchors.left: parent.left
            anchors.margins: Size.huge
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Size.medium

            RowLayout {
                spacing: Size.medium

                Icon {
                    Layout.alignment: Qt.AlignTop
                    name: dialog.iconName
                    side: Size.iconLarge
                    tint: Colour.accent
                }

                Words {
                    Accessible.name: dialog.title
                    Layout.fillWidth: true
                    kind: TypeScale.Heading
                    spoken: dialog.title
                    text: TypeScale.tied(dialog.title)
                }
            }

            Words {
                Layout.fillWidth: true
                kind: TypeScale.Lead
                text: dialog.text
                visible: dialog.text.length > 0
            }

            GridLayout {
                Layout.fillWidth: true
                Layout.topMargin: Size.medium
                columnSpacing: Size.large
                columns: no.implicitWidth + yes.implicitWidth + Size.large > column.width ? 1 : 2
                rowSpacing: Size.gap

                QuietButton {
                    id: no

                    KeyNavigation.backtab: yes
                    KeyNavigation.tab: yes
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    focus: true
                    objectName: "dialogNo"
                    text: dialog.noText
                    onClicked: dialog.refused()
                }

                MainButton {
                    id: yes

                    KeyNavigation.backtab: no
                    KeyNavigation.tab: no
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    iconName: ""
                    objectName: "dialogYes"
                    text: dialog.yesText
                    onClicked: dialog.agreed()
                }
            }
        }
    }
}
