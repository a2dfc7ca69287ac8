import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style

// Where this station opens no official page: the code with which the telephone does.
PageCard {
    id: filing

    required property var rows
    readonly property int side: Size.mm(filing.Window.height > Size.high ? 32 : 26) // on a low screen the buttons above it need the room

    RowLayout {
        Layout.fillWidth: true
        spacing: Size.medium

        QrView {
            Layout.preferredHeight: filing.side
            Layout.preferredWidth: filing.side
            label: qsTr("Nộp qua mạng bằng điện thoại")
            rows: filing.rows
            spoken: ""
        }

        Words {
            readonly property string hint: qsTr("Nộp bằng điện thoại: quét mã này.")

            Accessible.name: hint
            Layout.fillWidth: true
            spoken: hint
            text: TypeScale.tied(hint)
        }
    }
}
