import QtQuick
import Kiosk.Style

// The way home, where am I, and the four comforts. Two rows where one is too narrow; the way home stands in the first
// as long as there is room.
Rectangle {
    id: line

    required property string place
    required property string step
    property bool canGoHome: false
    property bool low: false // the keyboard, or a lying screen, leaves little room: a long name gives way to the step
    property bool specimen: false // said here while the keyboard takes the room of the band
    readonly property int start: line.canGoHome ? home.width + Size.medium : 0 // what the way home takes
    readonly property bool tall: line.width < line.start + comforts.width + 2 * Size.margin + Math.max(Size.mm(75), Math.ceil(longest.advanceWidth) + Size.margin)
    readonly property real second: line.crowded ? Math.max(home.height, where.height) : where.height // the second row's height
    readonly property real between: line.crowded ? Math.max(Size.small, Size.mm(2.5)) : Size.small // of the two rows
    readonly property bool crowded: line.width < line.start + comforts.width + 2 * Size.margin // a 15.6-inch panel upright
    readonly property string plain: line.place.replace(/\u200b/g, "")
    property string spoken: [line.plain, line.step].filter(part => part.length > 0).join(". ")

    signal placeHeld
    signal homeAsked

    TextMetrics { // the part of the name that cannot be broken, such as that of a host
        id: longest

        font.family: TypeScale.family
        font.pixelSize: TypeScale.chrome
        font.weight: Font.DemiBold
        text: line.place.split(/[\s\u200b]+/).reduce((most, part) => part.length > most.length ? part : most, "")
    }

    color: Colour.sunken
    implicitHeight: (line.tall ? comforts.height + line.second + line.between : Math.max(comforts.height, where.height)) + 2 * Size.small

    ToolButton {
        id: home

        anchors.left: parent.left
        anchors.leftMargin: Size.margin
        enabled: line.canGoHome
        iconName: "home"
        objectName: "homeButton"
        text: qsTr("Trang đầu")
        visible: line.canGoHome
        y: comforts.y + (line.crowded ? comforts.height + line.between : 0)
        onClicked: line.homeAsked()
    }

    Column {
        id: where

        width: line.tall ? parent.width - Size.margin - where.x : comforts.x - Size.margin - where.x
        x: Size.margin + (line.tall && !line.crowded ? 0 : line.start)
        y: line.tall ? comforts.y + comforts.height + line.between + Math.round((line.second - height) / 2) : Math.round((parent.height - height) / 2)

        Words {
            id: name

            Accessible.name: line.plain
            kind: TypeScale.Chrome
            strong: true
            text: TypeScale.tied(line.place)
            visible: !line.low || line.step.length === 0 || name.implicitWidth < where.width
            width: parent.width
        }

        Words {
            readonly property string said: [line.specimen ? qsTr("THẺ MẪU") : "", line.step].filter(part => part.length > 0).join(" · ")

            Accessible.name: said
            kind: TypeScale.Chrome
            quiet: !line.specimen
            spoken: said
            strong: line.specimen
            text: TypeScale.tied(said)
            visible: text.length > 0
            width: parent.width
        }

        TapHandler { // nobody finds it by chance: two seconds on the place's name
            gesturePolicy: TapHandler.WithinBounds
            longPressThreshold: 2
            onLongPressed: line.placeHeld()
        }
    }

    ComfortBar {
        id: comforts

        anchors.right: parent.right
        anchors.rightMargin: Size.margin
        anchors.top: parent.top
        anchors.topMargin: Size.small
        room: line.width - 2 * Size.margin
    }

    Rectangle {
        anchors.bottom: parent.bottom
        color: Colour.accent
        height: Size.edge
        width: parent.width
    }
}
