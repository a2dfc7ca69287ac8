import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style

// The proof: the dossier's code, large.
PageCard {
    id: filed

    required property string code

    Words {
        Layout.fillWidth: true
        text: qsTr("Mã hồ sơ của ông/bà:")
    }

    TextMetrics {
        id: usual

        font.bold: true
        font.family: TypeScale.family
        font.pixelSize: TypeScale.title
        text: filed.code
    }

    Words { // on one line, as large as it stands there; a code that needs two is parted behind a dash
        Accessible.name: filed.code
        Layout.fillWidth: true
        font.pixelSize: Math.floor(TypeScale.title * Math.max(1, Math.min(2, width / Math.max(1, usual.advanceWidth + TypeScale.title / 2))))
        kind: TypeScale.Title
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
