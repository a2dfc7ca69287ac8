pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// The guides to choose from, topic by topic.
VisitScreen {
    id: screen

    required property GuidesViewModel model
    readonly property var topics: ({
        [Visit.Topic.VNEID]: qsTr("Kích hoạt VNeID"),
        [Visit.Topic.VNEID_TROUBLE]: qsTr("Gặp lỗi VNeID"),
        [Visit.Topic.HOUSEHOLD_BOOK]: qsTr("Thay sổ hộ khẩu"),
        [Visit.Topic.HEALTH]: qsTr("Sức khỏe"),
        [Visit.Topic.MONEY]: qsTr("Tiền trợ cấp"),
        [Visit.Topic.RESIDENCE]: qsTr("Cư trú"),
        [Visit.Topic.TRAFFIC]: qsTr("Đi đường")
    })

    heading: qsTr("Ông/bà cần hướng dẫn việc gì?")
    place: qsTr("VNeID và điện thoại")

    ScrollColumn {
        anchors.fill: parent

        SearchDoor {
            Layout.fillWidth: true
            text: qsTr("Tìm theo lỗi gặp phải")
            onClicked: screen.model.openSearch()
        }

        Repeater {
            id: guides

            model: screen.model.guides

            ColumnLayout {
                id: row

                required property string id
                required property string title
                required property string summary
                required property int minutes
                required property int topic

                Layout.fillWidth: true
                spacing: Size.small

                Loader { // one row in five begins a topic
                    Layout.fillWidth: true
                    Layout.topMargin: Size.small
                    active: row.topic > 0
                    visible: row.topic > 0

                    sourceComponent: Words {
                        color: Colour.accent
                        kind: TypeScale.Lead
                        strong: true
                        text: screen.topics[row.topic] ?? ""
                    }
                }

                RowDelegate {
                    Layout.fillWidth: true
                    aside: qsTr("Khoảng %n phút", "", row.minutes)
                    brief: true
                    detail: row.summary
                    iconName: "phone"
                    objectName: `guide-${row.id}`
                    text: row.title
                    onClicked: screen.model.start(row.id)
                }
            }
        }

        NoticeBand {
            Layout.fillWidth: true
            text: qsTr("Máy chưa có hướng dẫn nào. Ông/bà gọi người hỗ trợ.")
            visible: guides.count === 0
        }
    }
}
