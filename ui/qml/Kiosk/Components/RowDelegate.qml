import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Kiosk.Style

// One row of a list that leads somewhere: what it is, a quieter second line, an icon, facts at a glance, an arrow.
T.AbstractButton {
    id: row

    required text
    property string detail: ""
    property bool named: false // the text is a proper name: the same in every language
    property bool verbatim: false // the detail is a proper name: the same in every language
    property string aside: "" // fee and time at a glance, a date
    property string iconName: ""
    property bool leads: true
    property bool brief: false // the facts are a word or two: in a wide row they stand beside the text
    readonly property bool beside: row.brief && row.width > Size.mm(260) * TypeScale.growth
    property bool large: false // one of few rows that fill a page
    property bool pointed: false // the arrow keys stand on it
    readonly property bool marked: row.visualFocus || row.pointed
    readonly property string about: row.detail.length > 0 && row.aside.length > 0 ? `${row.detail}. ${row.aside}` : row.detail + row.aside
    property string spoken: row.about.length > 0 ? `${row.text}. ${row.about}` : row.text

    Accessible.description: row.about
    Accessible.name: row.text
    Accessible.role: Accessible.Button
    Accessible.onPressAction: row.click()
    Keys.onEnterPressed: row.click()
    Keys.onReturnPressed: row.click()
    activeFocusOnTab: true
    focusPolicy: Qt.TabFocus
    implicitHeight: Math.max(Size.touchLarge, row.implicitContentHeight + row.topPadding + row.bottomPadding)
    implicitWidth: Size.mm(120)
    leftPadding: Size.padding
    rightPadding: Size.padding
    topPadding: Size.small
    bottomPadding: Size.small
    onMarkedChanged: Overlay.mark(row, row.marked, Size.radius)
    onClicked: Overlay.tapped(row)

    background: Rectangle {
        border.color: row.down ? Colour.accent : Colour.edge
        border.width: row.down ? Size.edge : Size.line
        color: row.down ? Colour.pressed : Colour.surface
        radius: Size.radius
    }
    contentItem: RowLayout {
        spacing: Size.medium

        Icon {
            name: row.iconName
            side: row.large ? Size.iconLarge : Size.icon
            tint: Colour.accent
            visible: row.iconName.length > 0
        }

        GridLayout {
            columnSpacing: Size.medium
            rowSpacing: 0

            Words {
                Accessible.ignored: true
                Layout.column: 0
                Layout.fillWidth: true
                Layout.row: 0
                font.weight: Font.DemiBold
                kind: row.large ? TypeScale.Heading : TypeScale.Body
                strong: false
                text: TypeScale.tied(row.text)
                verbatim: row.named
            }

            Words {
                Accessible.ignored: true
                Layout.column: 0
                Layout.fillWidth: true
                Layout.row: 1
                quiet: true
                text: TypeScale.tied(row.detail)
                verbatim: row.verbatim
                visible: row.detail.length > 0
            }

            Words {
                Accessible.ignored: true
                Layout.column: row.beside ? 1 : 0
                Layout.fillWidth: !row.beside
                Layout.row: row.beside ? 0 : 2
                Layout.rowSpan: row.beside ? 2 : 1
                color: Colour.accent
                font.weight: Font.Medium
                text: TypeScale.tied(row.aside)
                visible: row.aside.length > 0
            }
        }

        Icon {
            name: "arrow-right"
            side: Size.mm(6)
            tint: Colour.quiet
            visible: row.leads
        }
    }
}
