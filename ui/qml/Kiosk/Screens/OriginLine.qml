import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style

// Where the answer came from, and the way back to what the card said.
RowLayout {
    id: line

    required property int origin
    required property bool wasRead

    signal asRead

    spacing: Size.large
    visible: line.origin > 0 || line.wasRead

    OriginTag {
        visible: line.origin > 0
        visitOrigin: line.origin
    }

    QuietButton {
        iconName: "chip"
        text: qsTr("Lấy lại theo thẻ")
        visible: line.wasRead
        onClicked: line.asRead()
    }

    Item {
        Layout.fillWidth: true
    }
}
