import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Kiosk.Style

// A box to tick ("tôi có"), or one of several answers when `single` is set: the whole row is the target.
T.AbstractButton {
    id: row

    required text
    property string detail: ""
    property bool single: false
    property bool large: false // one of few answers that fill a page
    property real grown: 0 // letters larger than usual, in pixels: the same in all answers of a page
    property string spoken: [row.text, row.detail, row.checked ? qsTr("đã chọn") : ""].filter(part => part.length > 0).join(". ")

    Accessible.checkable: true
    Accessible.checked: row.checked
    Accessible.description: row.detail
    Accessible.name: row.text
    Accessible.role: row.single ? Accessible.RadioButton : Accessible.CheckBox
    Accessible.onPressAction: row.click()
    Accessible.onToggleAction: row.click()
    Keys.onEnterPressed: row.click()
    Keys.onReturnPressed: row.click()
    activeFocusOnTab: true
    autoExclusive: row.single // the chosen one of several cannot be taken back by a second touch
    checkable: true
    focusPolicy: Qt.TabFocus
    implicitHeight: Math.max(Size.touch, row.implicitContentHeight + row.topPadding + row.bottomPadding)
    implicitWidth: Size.mm(90)
    leftPadding: Size.padding
    rightPadding: Size.padding
    topPadding: Size.small
    bottomPadding: Size.small
    onVisualFocusChanged: Overlay.mark(row, row.visualFocus, Size.radius)
    onClicked: Overlay.tapped(row)

    background: Rectangle {
        border.color: row.checked ? Colour.accent : Colour.edge
        border.width: row.checked ? Size.edge * 1.5 : Size.edge
        color: row.down ? Colour.pressed : Colour.surface
        radius: Size.radius
    }
    contentItem: RowLayout {
        spacing: row.large ? Size.large : Size.medium

        Icon {
            side: row.large ? Math.max(Size.iconLarge, Math.round(row.grown)) : Size.icon
            name: row.single ? (row.checked ? "circle-dot" : "circle") : (row.checked ? "square-check" : "square")
            tint: row.checked ? Colour.accent : Colour.quiet
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Words {
                Accessible.ignored: true
                Layout.fillWidth: true
                font.pixelSize: Math.max(TypeScale.sizes[kind], Math.round(row.grown))
                font.weight: row.checked ? Font.DemiBold : Font.Medium
                kind: row.large ? TypeScale.Heading : TypeScale.Body
                text: TypeScale.tied(row.text)
            }

            Words {
                Accessible.ignored: true
                Layout.fillWidth: true
                quiet: true
                text: TypeScale.tied(row.detail)
                visible: row.detail.length > 0
            }
        }
    }
}
