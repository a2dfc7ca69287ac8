pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style

// Where a page comes from and when it was checked: one line, which opens.
ColumnLayout {
    id: folded

    required property list<string> sources
    property bool open: false

    spacing: Size.small
    visible: folded.sources.length > 0
    onSourcesChanged: folded.open = false

    QuietButton {
        Layout.fillWidth: true
        iconName: folded.open ? "arrow-up" : "arrow-down"
        text: folded.open ? qsTr("Cất nguồn, ngày kiểm tra") : qsTr("Nguồn, ngày kiểm tra")
        onClicked: folded.open = !folded.open
    }

    Repeater {
        model: folded.open ? folded.sources : []

        Words {
            required property string modelData

            Layout.fillWidth: true
            quiet: true
            text: modelData
        }
    }
}
