import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Kiosk.Style

// Sound, and hard to judge: with the focus of the field its keys go; the page grows, so a hint has room, and the button
// below the hint moves only as the next picture is drawn.
Rectangle {
    id: screen

    color: Colour.paper

    component Control: T.AbstractButton {
        id: control

        Accessible.role: Accessible.Button
        Layout.leftMargin: Size.gap
        Layout.preferredHeight: Size.touch
        Layout.preferredWidth: Size.mm(60)
        activeFocusOnTab: true
        focusPolicy: Qt.StrongFocus

        background: Rectangle {
            border.color: Colour.focus
            border.width: control.activeFocus ? Size.mm(1) : 0
            color: Colour.surface
        }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ColumnLayout {
            id: page

            Layout.fillHeight: true
            spacing: Size.gap

            Item {
                Layout.preferredHeight: Size.mm(40)
                visible: page.height > screen.height * 0.8
            }

            Control {
                Accessible.name: "Xem"
                Layout.topMargin: Size.gap
            }

            Control {
                id: field

                Accessible.name: "Gõ tên"
            }

            Item {
                Layout.fillHeight: true
            }
        }

        Item {
            Layout.preferredHeight: screen.height * 0.4
            visible: field.activeFocus
        }
    }
}
