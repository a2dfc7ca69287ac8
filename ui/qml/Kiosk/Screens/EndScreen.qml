import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// Take your things; everything is forgotten.
VisitScreen {
    id: screen

    required property EndViewModel model

    canCallHelp: false
    canEnd: false
    canGoBack: false
    heading: qsTr("Ông/bà nhớ lấy thẻ và giấy")
    mainIcon: "check"
    mainText: qsTr("Xong")
    place: screen.model.placeName
    onMainAsked: screen.shell.nextPerson()

    DrawnPage {
        anchors.fill: parent
        drawing: "goodbye"
        spacing: screen.spacious ? Size.huge : Size.large
        upright: screen.portrait

        NoticeBand {
            Layout.fillWidth: true
            large: screen.spacious
            kind: NoticeBand.Good
            text: qsTr("Máy đã xóa hết thông tin của ông/bà.")
        }

        Words {
            readonly property string thanks: qsTr("Cảm ơn ông/bà. Chúc ông/bà một ngày tốt lành.")

            Accessible.name: thanks
            Layout.fillWidth: true
            font.pixelSize: screen.spacious ? TypeScale.pixels(11 * TypeScale.headingGrowth) : TypeScale.title
            horizontalAlignment: screen.portrait ? Text.AlignHCenter : Text.AlignLeft
            kind: TypeScale.Title
            spoken: thanks
            strong: false
            text: TypeScale.tied(thanks)
        }
    }
}
