import QtQuick
import Kiosk.Style

// Language, text size, colours, sound: the same four buttons in the same order in the top right corner.
Grid {
    id: bar

    property real room: Infinity // narrower than one row: two
    readonly property real inOneRow: bar.visibleChildren.reduce((sum, button) => sum + button.implicitWidth + Size.gap, -Size.gap)

    columns: bar.inOneRow > bar.room ? 2 : 4
    spacing: Size.gap

    ToolButton {
        Accessible.name: Look.languages.length ? Look.languages[Look.nextLanguage].invitation : ""
        iconName: "globe"
        objectName: "languageButton"
        text: Look.languages.length ? Look.languages[Look.nextLanguage].name : ""
        verbatim: true
        visible: Look.languages.length > 1
        onClicked: Look.otherLanguage()
    }

    ToolButton {
        Accessible.description: qsTr("Cỡ %1 trên 4").arg(Look.textSize + 1)
        Accessible.name: qsTr("Đổi cỡ chữ")
        iconName: "text-size"
        objectName: "textSizeButton"
        repeatable: true
        text: qsTr("Cỡ chữ")
        onClicked: Look.nextTextSize()
    }

    ToolButton {
        Accessible.description: [qsTr("Màu sáng"), qsTr("Màu tối"), qsTr("Tương phản cao")][Look.theme]
        Accessible.name: qsTr("Đổi màu nền")
        iconName: "contrast"
        objectName: "themeButton"
        repeatable: true
        text: qsTr("Màu nền")
        onClicked: Look.nextTheme()
    }

    ToolButton {
        Accessible.name: Look.sound ? qsTr("Tắt đọc thành tiếng") : qsTr("Bật đọc thành tiếng")
        iconName: Look.sound ? "speaker" : "speaker-off"
        objectName: "soundButton"
        on: Look.sound
        text: Look.sound ? qsTr("Tắt đọc") : qsTr("Nghe đọc")
        onClicked: Look.sound = !Look.sound
    }
}
