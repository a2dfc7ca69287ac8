pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// Paper on its way: how far each is in plain words, trouble with its remedy, and printing once more.
DrawnPage {
    id: progress

    required property PrintViewModel model
    required property var paperNames

    function stateWords(state: int): string {
        switch (state) {
        case 0:
            return qsTr("đang soạn");
        case Visit.PrintState.DONE:
            return qsTr("đã in xong");
        case Visit.PrintState.PENDING:
        case Visit.PrintState.PRINTING:
            return qsTr("đang in");
        case Visit.PrintState.BUSY:
            return qsTr("chờ máy in xong việc trước");
        case Visit.PrintState.ABORTED:
        case Visit.PrintState.CANCELLED:
            return qsTr("không in được");
        }
        return qsTr("đang chờ máy in");
    }

    function drawingOf(): string {
        if (progress.model.done)
            return "paper-out";
        switch (progress.model.state) {
        case Visit.PrintState.JAM:
        case Visit.PrintState.COVER_OPEN:
            return "printer-jam";
        case Visit.PrintState.OFFLINE:
        case Visit.PrintState.ABORTED:
        case Visit.PrintState.CANCELLED:
            return "printer-off";
        }
        return "printing";
    }

    drawing: progress.drawingOf()
    spacing: Size.medium

    NoticeBand {
        Layout.fillWidth: true
        kind: progress.model.givenUp ? NoticeBand.Error : NoticeBand.Warning
        text: progress.model.remedy
        title: progress.model.trouble
        visible: progress.model.trouble.length > 0
    }

    QuietButton {
        Layout.fillWidth: true
        iconName: "arrow-right"
        objectName: "withoutPaper"
        text: qsTr("Không chờ giấy, xem việc tiếp theo")
        visible: progress.model.needsHelp && !progress.model.givenUp
        onClicked: progress.model.received()
    }

    Repeater {
        model: progress.model.sheets

        PageCard {
            id: sheet

            required property int index
            required property int paper
            required property int progress
            required property string picture
            readonly property string standing: `${progress.paperNames[sheet.paper]}: ${progress.stateWords(sheet.progress)}`
            readonly property bool finished: sheet.progress === Visit.PrintState.DONE
            readonly property bool failed: sheet.progress === Visit.PrintState.ABORTED || sheet.progress === Visit.PrintState.CANCELLED

            Layout.fillWidth: true

            RowLayout {
                Layout.fillWidth: true
                spacing: Size.medium

                PaperPreview {
                    Layout.preferredHeight: Layout.preferredWidth * 1.41
                    Layout.preferredWidth: Size.mm(progress.upright ? 48 : 37)
                    label: qsTr("Trang đầu: %1").arg(progress.paperNames[sheet.paper])
                    source: sheet.picture
                    spoken: ""
                    visible: sheet.picture.length > 0
                }

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: Size.medium

                    RowLayout {
                        Layout.fillWidth: true
                        spacing: Size.medium

                        Icon {
                            Layout.alignment: Qt.AlignTop
                            name: sheet.finished ? "circle-check" : sheet.failed ? "error" : "printer"
                            side: Size.mm(9)
                            tint: sheet.finished ? Colour.goodInk : sheet.failed ? Colour.errorInk : Colour.accent
                        }

                        Words {
                            Layout.fillWidth: true
                            Accessible.name: sheet.standing
                            kind: TypeScale.Lead
                            spoken: sheet.standing
                            text: TypeScale.tied(sheet.standing)
                        }
                    }

                    QuietButton {
                        Accessible.name: qsTr("In lại %1").arg(progress.paperNames[sheet.paper])
                        iconName: "refresh"
                        spoken: ""
                        text: qsTr("In lại")
                        visible: sheet.finished || sheet.failed
                        onClicked: progress.model.printAgain(sheet.index)
                    }
                }
            }
        }
    }

    Words {
        Layout.fillWidth: true
        kind: TypeScale.Chrome
        quiet: true
        spoken: ""
        text: qsTr("Cho nhân viên: %1").arg(progress.model.staff)
        visible: progress.model.staff.length > 0
    }
}
