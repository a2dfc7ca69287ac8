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

    Words { // a code that needs two lines is parted behind a dash
        Accessible.name: filed.code
        Layout.fillWidth: true
        kind: Words.Title
        objectName: "dossierCode"
        spoken: filed.code
        text: filed.code.replace(/-/g, "-\u200b")
        verbatim: true
    }

    Words {
        Layout.fillWidth: true
        text: qsTr("Bấm “Xong, kết thúc”. Máy đăng xuất, rồi in mã này cho ông/bà.")
    }
}
