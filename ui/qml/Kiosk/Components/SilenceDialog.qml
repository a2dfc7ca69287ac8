import QtQuick
import QtQuick.Layouts
import Kiosk.Style

// "Are you still there?" with a large countdown, spoken too; or, when late, that the longest time of a visit is nearly
// over. Any touch of the big button goes back.
FocusScope {
    id: dialog

    required property int secondsLeft
    property bool late: false
    property string title: dialog.late ? qsTr("Lượt này sắp hết giờ") : qsTr("Ông/bà còn ở đây không?")
    property string text: dialog.late ? qsTr("Xin làm nốt và in giấy. Hết giờ, máy sẽ xóa mọi thông tin của ông/bà.") : qsTr("Hết giờ, máy sẽ xóa mọi thông tin của ông/bà.")
    property string spoken: [dialog.title, dialog.text].join(". ")

    signal stayed
    signal leftNow

    function arrive() {
        if (dialog.visible) {
            stay.forceActiveFocus();
            Voice.say([dialog.spoken]);
        }
    }

    Accessible.description: qsTr("Còn %1 giây").arg(dialog.secondsLeft)
    Accessible.name: dialog.title
    Accessible.role: Accessible.Dialog
    Keys.onEscapePressed: dialog.stayed()
    anchors.fill: parent
    visible: false
    z: 60
    Component.onCompleted: dialog.arrive()
    onVisibleChanged: dialog.arrive()

    Rectangle {
        anchors.fill: parent
        color: Colour.paper
    }

    MouseArea {
        anchors.fill: parent
    }

    ColumnLayout {
        anchors.centerIn: parent
        spacing: Size.large
        width: Math.min(parent.width - 2 * Size.margin, Size.mm(200))

        Words {
            Accessible.name: dialog.title
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            kind: TypeScale.Title
            spoken: dialog.title
            text: TypeScale.tied(dialog.title)
        }

        Text {
            Accessible.name: qsTr("Còn %1 giây").arg(dialog.secondsLeft)
            Accessible.role: Accessible.StaticText
            Layout.alignment: Qt.AlignHCenter
            color: Colour.accent
            font.family: TypeScale.family
            font.pixelSize: TypeScale.countdown
            font.weight: Font.Bold
            lineHeight: 0.9
            text: dialog.secondsLeft
        }

        Words {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            kind: TypeScale.Lead
            text: dialog.text
        }

        MainButton {
            id: stay

            KeyNavigation.backtab: leave
            KeyNavigation.tab: leave
            Layout.fillWidth: true
            Layout.preferredHeight: Size.mm(26)
            focus: true
            iconAfter: false
            iconName: "hand"
            objectName: "stillHereButton"
            text: dialog.late ? qsTr("Tôi làm tiếp") : qsTr("Tôi còn đây")
            onClicked: dialog.stayed()
        }

        QuietButton {
            id: leave

            KeyNavigation.backtab: stay
            KeyNavigation.tab: stay
            Layout.fillWidth: true
            iconName: "leave"
            objectName: "leaveButton"
            text: qsTr("Kết thúc và xóa thông tin")
            onClicked: dialog.leftNow()
        }
    }
}
