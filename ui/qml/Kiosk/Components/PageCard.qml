import QtQuick
import QtQuick.Layouts
import Kiosk.Style

// A sheet of paper on the screen: a titled group of things that belong together.
Rectangle {
    id: card

    property string title: ""
    default property alias content: column.data

    border.color: Colour.hairline
    border.width: Size.line
    color: Colour.surface
    implicitHeight: column.implicitHeight + 2 * Size.padding
    implicitWidth: column.implicitWidth + 2 * Size.padding
    radius: Size.radius * 1.5

    ColumnLayout {
        id: column

        anchors.fill: parent
        anchors.margins: Size.padding
        spacing: Size.gap

        Words {
            Layout.fillWidth: true
            kind: TypeScale.Lead
            strong: true
            text: card.title
            visible: card.title.length > 0
        }
    }
}
