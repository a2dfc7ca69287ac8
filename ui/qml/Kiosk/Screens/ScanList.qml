pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// The papers of the procedure, ticked off as they are scanned.
ScrollColumn {
    id: list

    required property ScanViewModel model
    required property bool spacious

    spacing: Size.gap
    stretched: true

    ScanTrouble {
        Layout.fillWidth: true
        model: list.model
    }

    Words {
        Layout.fillWidth: true
        kind: list.spacious ? TypeScale.Lead : TypeScale.Body
        text: qsTr("Ông/bà chạm vào từng giấy để quét. Máy không giữ lại bản nào.")
        visible: !list.model.absent
    }

    Repeater {
        model: list.model.papers

        RowDelegate {
            required property int index
            required property string name
            required property bool optional
            required property bool ticked
            required property int pages
            required property int unclear

            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: Math.max(implicitHeight, Size.mm(70))
            aside: unclear > 0 ? qsTr("%n trang chưa rõ", "", unclear) : ""
            detail: pages > 0 ? qsTr("%n trang", "", pages) : optional ? qsTr("khi cần, chưa quét") : qsTr("chưa quét")
            iconName: ticked ? "square-check" : "square"
            large: list.spacious
            text: name
            onClicked: list.model.open(index)
        }
    }
}
