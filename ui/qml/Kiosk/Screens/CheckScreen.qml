pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// The last look: every answer in its group, its origin, a way to change it, and what will be printed.
VisitScreen {
    id: screen

    required property CheckViewModel model

    heading: qsTr("Ông/bà xem lại tờ khai")
    mainIcon: screen.model.wantsToFile ? "globe" : "printer"
    mainText: screen.model.wantsToFile ? qsTr("Nộp qua mạng ở đây") : qsTr("In giấy")
    place: screen.model.place
    section: screen.model.sections.length - 2
    sections: screen.model.sections
    onMainAsked: {
        if (screen.model.wantsToFile)
            screen.model.fileOnline();
        else
            screen.model.printPapers();
    }

    ScrollColumn {
        anchors.fill: parent
        spacing: Size.small

        NoticeBand {
            Layout.fillWidth: true
            kind: NoticeBand.Warning
            text: screen.model.remedy
            title: screen.model.trouble
            visible: screen.model.trouble.length > 0
        }

        NoticeBand {
            Layout.fillWidth: true
            text: screen.model.wantsToFile ? qsTr("Máy điền giúp những câu này trên trang chính thức khi ông/bà cho phép. Ông/bà tự đăng nhập và tự bấm nộp.") : qsTr("Máy in bản khai hỗ trợ, không thay mẫu chính thức. Ông/bà đưa cho cán bộ.")
            visible: screen.model.wantsToFile || !screen.model.official
        }

        Flow {
            Layout.fillWidth: true
            spacing: Size.gap

            QuietButton {
                iconName: screen.model.wantsToFile ? "printer" : "globe"
                text: screen.model.wantsToFile ? qsTr("In giấy") : qsTr("Nộp qua mạng ở đây")
                visible: screen.model.canFile
                onClicked: {
                    if (screen.model.wantsToFile)
                        screen.model.printPapers();
                    else
                        screen.model.fileOnline();
                }
            }

            QuietButton {
                iconName: "scanner"
                text: qsTr("Quét giấy tờ")
                visible: screen.shell.canScan
                onClicked: screen.shell.scanPapers()
            }

            QuietButton {
                iconName: screen.model.numbersShown ? "eye-off" : "eye"
                text: screen.model.numbersShown ? qsTr("Ẩn số định danh") : qsTr("Hiện số định danh")
                visible: screen.model.hasNumbers
                onClicked: screen.model.showNumbers()
            }
        }

        Repeater {
            model: screen.model.values

            ColumnLayout {
                id: row

                required property string key
                required property string label
                required property string value
                required property string spoken
                required property int origin
                required property string group
                required property string note

                Layout.fillWidth: true
                spacing: Size.small

                Words {
                    Layout.fillWidth: true
                    color: Colour.accent
                    kind: TypeScale.Lead
                    strong: true
                    text: row.group
                    visible: row.group.length > 0
                }

                Rectangle { // each answer is a card of its own, so that the eye stays in its line from label to button
                    Layout.fillWidth: true
                    border.color: Colour.hairline
                    border.width: Size.line
                    color: Colour.surface
                    implicitHeight: answer.implicitHeight + 2 * Size.small
                    radius: Size.radius

                    ValueLine {
                        id: answer

                        anchors.left: parent.left
                        anchors.leftMargin: Size.padding
                        anchors.right: parent.right
                        anchors.rightMargin: Size.small
                        anchors.verticalCenter: parent.verticalCenter
                        changeable: true
                        label: row.label
                        note: row.note
                        objectName: `answer-${row.key}`
                        origin: row.origin
                        spokenValue: row.spoken
                        value: row.value
                        onChangeAsked: screen.model.change(row.key)
                    }
                }
            }
        }

        NoticeBand { // said once more where the paper is signed; the answers come first
            Layout.fillWidth: true
            text: qsTr("Máy in tờ khai và giấy hướng dẫn có mã QR. Ông/bà tự ký, máy không ký thay.")
            visible: !screen.model.wantsToFile && screen.model.official
        }
    }
}
