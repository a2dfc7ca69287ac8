pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// The commune of the station, by a few letters.
SetupStepScreen {
    id: screen

    required property CommuneViewModel model

    keyboard: KeyPanel.Letters
    mainEnabled: !screen.model.saving
    mainText: screen.model.chosen.length > 0 ? qsTr("Lưu và làm tiếp") : qsTr("Giữ nguyên, làm tiếp")
    onMainAsked: screen.model.save()

    ColumnLayout {
        anchors.fill: parent
        spacing: Size.medium

        Words {
            Layout.fillWidth: true
            text: qsTr("Đang đặt: %1").arg(screen.model.now)
        }

        SearchField {
            id: field

            Layout.fillWidth: true
            focus: true
            name: qsTr("Tìm xã, phường")
            placeholder: qsTr("Gõ vài chữ của tên xã, phường")
            onEdited: text => screen.model.find(text)
            Component.onCompleted: {
                field.text = screen.model.query;
                field.forceActiveFocus();
            }
        }

        ScrollColumn {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: Size.gap

            NoticeBand {
                Layout.fillWidth: true
                kind: NoticeBand.Error
                text: screen.model.remedy
                title: screen.model.trouble
                visible: screen.model.trouble.length > 0
            }

            Words {
                Layout.fillWidth: true
                quiet: true
                text: qsTr("Đang đọc danh sách xã, phường.")
                visible: screen.model.loading
            }

            NoticeBand {
                Layout.fillWidth: true
                kind: NoticeBand.Warning
                text: qsTr("Không thấy tên này. Thử ít chữ hơn, ví dụ chỉ tên xã.")
                visible: !screen.model.loading && screen.model.query.length > 0 && screen.model.found === 0
            }

            Repeater {
                model: screen.model.rows

                TickRow {
                    required property int index
                    required property string label
                    required property bool chosen

                    Layout.fillWidth: true
                    checked: chosen
                    single: true
                    text: label
                    onClicked: screen.model.choose(index)
                }
            }

            Words {
                Layout.fillWidth: true
                quiet: true
                text: qsTr("Còn nhiều tên khác, gõ thêm chữ.")
                visible: screen.model.more
            }
        }
    }
}
