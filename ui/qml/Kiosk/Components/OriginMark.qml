import QtQuick
import Kiosk.Style

// Where a value came from: an icon and a word.
Row {
    id: mark

    enum Origin {
        Chip,
        Typed,
        Changed,
        Missing
    }

    required property int origin
    readonly property string word: [qsTr("từ chip"), qsTr("tự nhập"), qsTr("đã sửa"), qsTr("chưa có")][mark.origin]
    property string spoken: mark.word

    Accessible.name: mark.word
    Accessible.role: Accessible.StaticText
    spacing: Size.small

    Icon {
        anchors.verticalCenter: parent.verticalCenter
        name: ["chip", "keyboard", "edit", "question"][mark.origin]
        side: Size.mm(6.5)
        tint: Colour.quiet
    }

    Words {
        Accessible.ignored: true
        anchors.verticalCenter: parent.verticalCenter
        kind: TypeScale.Chrome
        quiet: true
        text: mark.word
        wrapMode: Text.NoWrap
    }
}
