pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// Both typings side by side: what differs is chosen or typed anew, what agrees may be.
ScrollColumn {
    id: index

    required property RegistersViewModel model

    spacing: Size.gap

    NoticeBand {
        Layout.fillWidth: true
        kind: NoticeBand.Error
        text: index.model.remedy
        title: index.model.trouble
        visible: index.model.trouble.length > 0
    }

    NoticeBand {
        Layout.fillWidth: true
        kind: NoticeBand.Warning
        text: index.model.oddities
        title: qsTr("Xem lại trước khi ghi")
        visible: index.model.oddities.length > 0
    }

    Words {
        Layout.fillWidth: true
        quiet: true
        text: index.model.differing > 0 ? qsTr("Nhìn lại sổ, chạm vào lần đúng; cả hai sai thì nhập lại ô.") : qsTr("Chạm vào một ô để nhập lại.")
    }

    Repeater {
        model: index.model.index

        ColumnLayout {
            id: row

            required property int asked
            required property string label
            required property string first
            required property string second
            required property bool differs

            Layout.fillWidth: true
            spacing: Size.small

            RowDelegate {
                Layout.fillWidth: true
                detail: row.first
                iconName: "circle-check"
                leads: false
                text: row.label
                verbatim: true
                visible: !row.differs
                onClicked: index.model.retype(row.asked)
            }

            PageCard {
                Layout.fillWidth: true
                title: row.label
                visible: row.differs

                Repeater {
                    model: row.differs ? [row.first, row.second] : []

                    RowDelegate {
                        id: typing

                        required property int index
                        required property string modelData

                        Layout.fillWidth: true
                        detail: typing.modelData
                        iconName: "circle"
                        leads: false
                        text: typing.index === 0 ? qsTr("Lần đầu") : qsTr("Lần hai")
                        verbatim: true
                        onClicked: index.model.take(row.asked, typing.index === 0)
                    }
                }

                QuietButton {
                    iconName: "refresh"
                    text: qsTr("Nhập lại ô này")
                    onClicked: index.model.retype(row.asked)
                }
            }
        }
    }

    QuietButton {
        iconName: "arrow-left"
        text: qsTr("Xem lại các ô")
        onClicked: index.model.stepBack()
    }
}
