pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Style

// A row of keys, each as wide as its units. A key is {text, name, icon, units, put, tone, act}: what it shows, its
// name for the voice, and the one thing it does: enter a text, set a tone (its combining mark), or an action.
Row {
    id: row

    required property var keys
    required property bool upper
    property int keyHeight: Size.key
    property real minimumColumns: 0 // a shorter row keeps its keys as wide as the others and stands in the middle
    readonly property real columns: row.keys.reduce((sum, key) => sum + (key.units ?? 1), 0)
    readonly property real missing: Math.max(0, row.minimumColumns - row.columns)
    readonly property real unit: (row.width - Size.keyGap * (row.keys.length - 1 + row.missing)) / (row.columns + row.missing)

    signal pressed(var key)

    height: row.keyHeight
    leftPadding: Math.floor(row.missing * (row.unit + Size.keyGap) / 2)
    spacing: Size.keyGap

    Repeater {
        model: row.keys

        KeyButton {
            id: key

            required property var modelData
            readonly property string shown: row.upper && modelData.put ? modelData.text.toLocaleUpperCase("vi") : modelData.text

            Accessible.name: modelData.name ?? shown
            ground: modelData.act || modelData.tone ? Colour.pressed : Colour.surface
            height: row.height
            textSize: TypeScale.pixels(5.2 * Math.max(1, Math.min(1.5, row.keyHeight / Size.mm(15))))
            iconName: modelData.icon ?? ""
            text: shown
            units: modelData.units ?? 1
            width: Math.floor(row.unit * units)
            onClicked: row.pressed(modelData)

            contentItem: Text { // a word or an icon, never both: a keyboard is forty keys, and this is a third of the items
                Accessible.ignored: true
                color: key.letters
                font: key.font
                horizontalAlignment: Text.AlignHCenter
                text: key.text
                textFormat: Text.PlainText
                verticalAlignment: Text.AlignVCenter

                Loader {
                    active: key.iconName.length > 0
                    anchors.centerIn: parent

                    sourceComponent: Icon {
                        name: key.iconName
                        side: key.iconSide
                        tint: key.letters
                    }
                }
            }
        }
    }
}
