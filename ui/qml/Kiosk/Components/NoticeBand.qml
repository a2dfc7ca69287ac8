pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Style

// A band that says how things stand: always an icon, a word and a sentence, never colour alone.
Rectangle {
    id: band

    enum Kind {
        Info,
        Good,
        Warning,
        Error
    }

    required property string text
    property int kind: NoticeBand.Info
    property string title: ""
    property bool large: false // a page with little else on it
    property string actionText: ""
    property string spoken: band.title.length > 0 ? `${band.word}: ${band.title}. ${band.text}` : `${band.word}: ${band.text}`
    readonly property bool narrow: band.width < 18 * TypeScale.body // then what may be done stands below the sentence
    readonly property string word: [qsTr("Lưu ý"), qsTr("Được rồi"), qsTr("Cẩn thận"), qsTr("Chưa được")][band.kind]
    readonly property color letters: [Colour.infoInk, Colour.goodInk, Colour.warnInk, Colour.errorInk][band.kind]

    signal acted

    Accessible.name: band.title.length > 0 ? `${band.word}: ${band.title}. ${band.text}` : `${band.word}: ${band.text}`
    Accessible.role: band.kind > NoticeBand.Good ? Accessible.AlertMessage : Accessible.Note
    border.color: band.letters
    border.width: Size.edge
    color: [Colour.info, Colour.good, Colour.warn, Colour.error][band.kind]
    implicitHeight: row.implicitHeight + 2 * Size.mm(3)
    implicitWidth: Size.mm(120)
    radius: Size.radius

    GridLayout {
        id: row

        anchors.left: parent.left
        anchors.margins: Size.padding
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        columnSpacing: Size.medium
        columns: 3
        rowSpacing: Size.small

        Icon {
            Layout.alignment: Qt.AlignTop
            name: ["info", "circle-check", "warning", "error"][band.kind]
            side: Math.max(Size.mm(band.large ? 13 : 9), TypeScale.bodyLine)
            tint: Look.theme === Look.HighContrast ? Colour.mark : band.letters
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Words {
                Accessible.ignored: true
                Layout.fillWidth: true
                color: band.letters
                kind: band.large ? TypeScale.Lead : TypeScale.Body
                strong: true
                text: TypeScale.tied(band.title.length > 0 ? band.title : band.word)
            }

            Words {
                Accessible.ignored: true
                Layout.fillWidth: true
                color: band.letters
                kind: band.large ? TypeScale.Lead : TypeScale.Body
                text: TypeScale.tied(band.text)
            }
        }

        Loader {
            Layout.column: band.narrow ? 1 : 2
            Layout.row: band.narrow ? 1 : 0
            active: band.actionText.length > 0
            visible: active

            sourceComponent: QuietButton {
                text: band.actionText
                onClicked: band.acted()
            }
        }
    }
}
