import QtQuick
import Kiosk.Components
import Kiosk.Style

// A long list whose place may grow, as above a keyboard: how many whole rows it shows is looked at.
Rectangle {
    id: stage

    color: Colour.paper

    PagedList {
        anchors.fill: parent
        model: 40
        objectName: "list"

        delegate: RowDelegate {
            required property int index

            text: `Xã ${index + 1}`
            width: ListView.view.width
        }
    }
}
