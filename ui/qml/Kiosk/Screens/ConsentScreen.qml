pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// Know and agree: what is read, why, how long it stays, who sees it. Nothing is chosen in advance.
VisitScreen {
    id: screen

    required property ConsentViewModel model
    readonly property bool crowded: !screen.portrait && screen.height < Size.high && TypeScale.growth > 1.2 // it goes on overleaf
    readonly property bool forForm: screen.model.formName.length > 0

    heading: qsTr("Ông/bà có đồng ý cho máy đọc thẻ không?")
    mainIcon: "card"
    mainText: qsTr("Đồng ý và đọc thẻ")
    place: screen.forForm ? screen.model.place : qsTr("Đọc thẻ của tôi")
    onMainAsked: screen.model.agree()

    ColumnLayout {
        anchors.fill: parent
        spacing: Size.medium

        ScrollColumn {
            Layout.fillHeight: true
            Layout.fillWidth: true
            stretched: true

            Words {
                Layout.fillWidth: true
                kind: TypeScale.Lead
                text: screen.forForm ? qsTr("Máy đọc để điền sẵn: %1.").arg(screen.model.formName) : qsTr("Máy đọc để ông/bà xem thông tin ghi trong thẻ.")
            }

            GridLayout {
                Layout.fillHeight: true
                Layout.fillWidth: true
                columnSpacing: Size.medium
                columns: screen.portrait || screen.crowded ? 1 : 2
                rowSpacing: Size.medium

                PageCard {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    title: qsTr("Máy chỉ đọc các mục này")

                    Repeater {
                        model: screen.model.fields

                        IconLine {
                            required property string modelData

                            Layout.fillWidth: true
                            iconName: "chip"
                            large: true
                            text: modelData
                        }
                    }
                }

                PageCard {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    title: qsTr("Máy giữ lời với ông/bà")

                    IconLine {
                        Layout.fillWidth: true
                        large: true
                        iconName: "trash"
                        text: qsTr("Xóa hết khi ông/bà kết thúc.")
                    }

                    IconLine {
                        Layout.fillWidth: true
                        large: true
                        iconName: "lock"
                        text: qsTr("Không lưu, không gửi đi đâu.")
                    }

                    IconLine {
                        Layout.fillWidth: true
                        large: true
                        iconName: "eye"
                        text: qsTr("Chỉ ông/bà thấy trên màn hình này và trên giấy in ra.")
                    }

                    IconLine {
                        Layout.fillWidth: true
                        large: true
                        iconName: "hand"
                        text: qsTr("Không đồng ý thì ông/bà tự nhập. Việc vẫn làm được.")
                    }
                }
            }
        }

        // The no stands as near as the yes, whatever must be scrolled.
        QuietButton {
            Layout.fillWidth: true
            iconName: "keyboard"
            text: screen.forForm ? qsTr("Tôi tự nhập") : qsTr("Không đọc thẻ")
            onClicked: screen.model.refuse()
        }
    }
}
