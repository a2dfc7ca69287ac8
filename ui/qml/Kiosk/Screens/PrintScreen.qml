pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// Paper in hand: how far it is in plain words, trouble with its remedy, and printing once more.
VisitScreen {
    id: screen

    required property PrintViewModel model
    readonly property var paperNames: ["", qsTr("Tờ khai"), qsTr("Giấy hướng dẫn"), qsTr("Phiếu chuyển quầy"), qsTr("Bản quét"), qsTr("Giấy báo đã đọc")]

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
        if (screen.model.done)
            return "paper-out";
        switch (screen.model.state) {
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

    heading: screen.model.done ? qsTr("In xong. Ông/bà lấy giấy ở khay máy in.") : screen.model.givenUp ? qsTr("Chưa in được") : screen.model.needsHelp ? qsTr("Máy in cần người giúp") : qsTr("Đang in. Ông/bà chờ một chút.")
    mainEnabled: screen.model.done || screen.model.givenUp
    mainIcon: screen.model.done ? "check" : "arrow-right"
    mainText: screen.model.done || !screen.model.givenUp ? qsTr("Tôi đã nhận đủ giấy") : qsTr("Xem việc cần làm tiếp")
    place: screen.model.place.length > 0 ? screen.model.place : qsTr("In giấy")
    onMainAsked: screen.model.received()

    GridLayout {
        anchors.fill: parent
        columnSpacing: Size.huge
        columns: screen.portrait ? 1 : 2
        rowSpacing: Size.large

        Drawing {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.maximumHeight: screen.portrait ? parent.height * 0.4 : parent.height
            Layout.preferredWidth: 1
            ground: Colour.paper
            name: screen.drawingOf()
        }

        ScrollColumn {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            centred: true
            spacing: Size.medium

            NoticeBand {
                Layout.fillWidth: true
                kind: screen.model.givenUp ? NoticeBand.Error : NoticeBand.Warning
                text: screen.model.remedy
                title: screen.model.trouble
                visible: screen.model.trouble.length > 0
            }

            Repeater {
                model: screen.model.sheets

                PageCard {
                    id: sheet

                    required property int index
                    required property int paper
                    required property int progress
                    required property string picture
                    readonly property bool finished: sheet.progress === Visit.PrintState.DONE
                    readonly property bool failed: sheet.progress === Visit.PrintState.ABORTED || sheet.progress === Visit.PrintState.CANCELLED

                    Layout.fillWidth: true

                    RowLayout {
                        Layout.fillWidth: true
                        spacing: Size.medium

                        PaperPreview {
                            Layout.preferredHeight: Size.mm(52)
                            Layout.preferredWidth: Size.mm(37)
                            label: qsTr("Trang đầu: %1").arg(screen.paperNames[sheet.paper])
                            source: sheet.picture
                            spoken: ""
                            visible: sheet.picture.length > 0
                        }

                        Icon {
                            name: sheet.finished ? "circle-check" : sheet.failed ? "error" : "printer"
                            side: Size.mm(9)
                            tint: sheet.finished ? Colour.goodInk : sheet.failed ? Colour.errorInk : Colour.accent
                        }

                        Words {
                            Layout.fillWidth: true
                            kind: Words.Lead
                            text: `${screen.paperNames[sheet.paper]}: ${screen.stateWords(sheet.progress)}`
                        }

                        QuietButton {
                            Accessible.name: qsTr("In lại %1").arg(screen.paperNames[sheet.paper])
                            iconName: "refresh"
                            spoken: ""
                            text: qsTr("In lại")
                            visible: sheet.finished || sheet.failed
                            onClicked: screen.model.printAgain(sheet.index)
                        }
                    }
                }
            }

            Words {
                Layout.fillWidth: true
                kind: Words.Chrome
                quiet: true
                spoken: ""
                text: qsTr("Cho nhân viên: %1").arg(screen.model.staff)
                visible: screen.model.staff.length > 0
            }
        }
    }
}
