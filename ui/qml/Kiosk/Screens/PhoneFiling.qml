import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style

// Where this station opens no official page: the code with which the telephone does.
PageCard {
    id: filing

    required property var rows

    RowLayout {
        Layout.fillWidth: true
        spacing: Size.medium

        QrView {
            Layout.preferredHeight: Size.mm(32)
            Layout.preferredWidth: Size.mm(32)
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
