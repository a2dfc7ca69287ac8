import QtQuick
import QtQuick.Layouts
import Kiosk.Components

// The proof: the dossier's code, large.
PageCard {
    id: filed

    required property string code

    Words {
        Layout.fillWidth: true
        text: qsTr("Mã hồ sơ của ông/bà:")
    }

    Words {
        Layout.fillWidth: true
        kind: Words.Title
        objectName: "dossierCode"
        text: filed.code
        verbatim: true
        wrapMode: Text.WrapAnywhere
    }

    Words {
        Layout.fillWidth: true
        text: qsTr("Bấm “Xong, kết thúc”. Máy đăng xuất, rồi in mã này cho ông/bà.")
    }
}
