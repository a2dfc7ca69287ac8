pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style

// Procedures as rows: plain name, official name small, fee and time at a glance.
GridLayout {
    id: rows

    required property var procedures
    readonly property int count: repeater.count

    signal chosen(string id)

    columnSpacing: Size.gap
    columns: Math.max(1, Math.floor(rows.width / (Size.mm(200) * TypeScale.growth)))
    rowSpacing: Size.gap

    Repeater {
        id: repeater

        model: rows.procedures

        RowDelegate {
            required property string id
            required property string name
            required property string officialName
            required property string fee
            required property string time

            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            aside: [time, fee].filter(part => part.length > 0).join(" · ")
            detail: officialName
            iconName: "paper"
            objectName: `procedure-${id}`
            text: name
            verbatim: true
            onClicked: rows.chosen(id)
        }
    }
}
