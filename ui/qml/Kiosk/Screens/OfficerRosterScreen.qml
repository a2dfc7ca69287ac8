pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// A list from the officer's stick against card after card: pick it, agree to its columns, read cards, take a copy.
StaffScreen {
    id: screen

    required property RosterViewModel model
    readonly property bool picking: screen.model.stage === Roster.Stage.PICK
    readonly property bool agreeing: screen.model.stage === Roster.Stage.COLUMNS
    readonly property bool reading: screen.model.stage === Roster.Stage.CARDS

    function headingWords(): string {
        switch (screen.model.stage) {
        case Roster.Stage.PICK:
            return qsTr("Chọn danh sách trong USB");
        case Roster.Stage.OPENING:
            return qsTr("Đang đọc danh sách");
        case Roster.Stage.COLUMNS:
            return qsTr("Các cột này có đúng không?");
        }
        return qsTr("Đọc thẻ để đối chiếu: %1").arg(screen.model.name);
    }

    function mainWords(): string {
        if (screen.picking)
            return screen.model.busy ? "" : qsTr("Xem lại USB");
        if (screen.agreeing)
            return qsTr("Đúng, bắt đầu đối chiếu");
        return screen.reading ? qsTr("Đọc thẻ") : "";
    }

    heading: screen.headingWords()
    mainEnabled: screen.picking ? !screen.model.busy : screen.agreeing ? screen.model.canAgree : screen.model.desk.complete && !screen.model.desk.waiting && !screen.model.desk.reading
    mainIcon: screen.picking ? "refresh" : screen.reading ? "card" : "arrow-right"
    mainText: screen.mainWords()
    place: qsTr("Cán bộ · Đối chiếu danh sách")
    specimen: screen.model.specimen
    onMainAsked: screen.picking ? screen.model.look() : screen.agreeing ? screen.model.agree() : screen.model.desk.read()

    ScrollColumn {
        anchors.fill: parent
        spacing: Size.gap
        visible: !screen.reading

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
            text: qsTr("Đang tìm trong USB.")
            visible: screen.picking && screen.model.busy
        }

        Words {
            Layout.fillWidth: true
            text: qsTr("Máy đọc danh sách trong một chương trình riêng. Tệp của cán bộ không bị đụng tới, công thức không chạy.")
            visible: !screen.agreeing
        }

        Repeater {
            model: screen.picking ? screen.model.files : null

            RowDelegate {
                required property int index
                required property string name
                required property string size

                Layout.fillWidth: true
                detail: size
                iconName: "paper"
                named: true
                text: name
                onClicked: screen.model.open(index)
            }
        }

        Words {
            Layout.fillWidth: true
            text: screen.model.writing
            visible: screen.agreeing
        }

        Words {
            Layout.fillWidth: true
            quiet: true
            text: qsTr("Chạm vào một cột để đổi nghĩa của nó.")
            visible: screen.agreeing
        }

        Repeater {
            model: screen.model.columns

            RowDelegate {
                required property int place
                required property string heading
                required property string meaning
                required property int column

                Layout.fillWidth: true
                detail: meaning
                iconName: column > 0 ? "circle-check" : "circle"
                leads: false
                named: heading.length > 0
                text: heading.length > 0 ? heading : qsTr("Cột %1").arg(place + 1)
                onClicked: screen.model.nextMeaning(place)
            }
        }

        QuietButton {
            iconName: "arrow-left"
            text: qsTr("Chọn danh sách khác")
            visible: screen.agreeing
            onClicked: screen.model.close()
        }
    }

    Loader {
        active: screen.reading
        anchors.fill: parent
        focus: active

        sourceComponent: OfficerCardDesk {
            desk: screen.model.desk
            drawn: screen.portrait || screen.model.outcome === 0
            portrait: screen.portrait

            NoticeBand {
                Layout.fillWidth: true
                kind: NoticeBand.Error
                text: screen.model.remedy
                title: screen.model.trouble
                visible: screen.model.trouble.length > 0
            }

            NoticeBand {
                Layout.fillWidth: true
                kind: screen.model.outcome === Roster.Outcome.SAME ? NoticeBand.Good : screen.model.outcome === Roster.Outcome.DIFFERS ? NoticeBand.Warning : NoticeBand.Error
                text: [screen.model.row > 0 ? qsTr("Dòng %1").arg(screen.model.row) : "", screen.model.differences.length > 0 ? qsTr("khác ở: %1").arg(screen.model.differences) : "", screen.model.notes, screen.model.outcome === Roster.Outcome.ABSENT ? qsTr("Không dòng nào có số, hay tên và ngày sinh này.") : ""].filter(part => part.length > 0).join(" · ")
                title: qsTr("%1: %2").arg(screen.model.lastName).arg(screen.model.outcomeWords)
                visible: screen.model.outcome > 0
            }

            NoticeBand {
                Layout.fillWidth: true
                kind: screen.model.advice === JudgedCard.Advice.DO_NOT_RELY ? NoticeBand.Error : NoticeBand.Warning
                text: screen.model.adviceWords
                title: qsTr("Về chính tấm thẻ")
                visible: screen.model.advice === JudgedCard.Advice.DO_NOT_RELY || screen.model.advice === JudgedCard.Advice.LOOK_CLOSER
            }

            Words {
                Layout.fillWidth: true
                quiet: true
                text: qsTr("%1 người trong danh sách · đã thấy %2 · không có %3").arg(screen.model.people).arg(screen.model.checked).arg(screen.model.absent)
            }

            NoticeBand {
                Layout.fillWidth: true
                kind: NoticeBand.Good
                text: [qsTr("Rút USB được rồi. Trong đó có tệp %1.").arg(screen.model.copied), screen.model.looksTheSame ? qsTr("Phông, ô gộp và các trang khác còn nguyên; công thức thành kết quả.") : qsTr("Tệp này chỉ có chữ, số và ngày.")].join(" ")
                visible: screen.model.copied.length > 0
            }

            Flow {
                Layout.fillWidth: true
                spacing: Size.gap

                QuietButton {
                    enabled: screen.model.unsaved && !screen.model.busy
                    iconName: "paper"
                    text: qsTr("Chép kết quả vào USB")
                    onClicked: screen.model.takeAlong()
                }

                QuietButton {
                    enabled: !screen.model.unsaved
                    iconName: "cross"
                    text: qsTr("Cất danh sách này")
                    onClicked: screen.model.close()
                }
            }
        }
    }
}
