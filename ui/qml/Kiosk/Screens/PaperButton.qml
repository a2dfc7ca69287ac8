import QtQuick
import QtQuick.Templates as T
import Kiosk.Components
import Kiosk.Style

// The first page of a paper, to be touched for a closer look.
T.AbstractButton {
    id: button

    required property url source
    required property string name
    property string spoken: button.text

    Accessible.name: button.text
    Accessible.role: Accessible.Button
    Accessible.onPressAction: button.click()
    Keys.onEnterPressed: button.click()
    Keys.onReturnPressed: button.click()
    activeFocusOnTab: true
    focusPolicy: Qt.TabFocus
    text: qsTr("Xem to: %1").arg(button.name)
    onClicked: Overlay.tapped(button)
    onVisualFocusChanged: Overlay.mark(button, button.visualFocus, Size.radius)

    contentItem: PaperPreview {
        label: qsTr("Trang đầu: %1").arg(button.name)
        source: button.source
        spoken: ""
    }
}
