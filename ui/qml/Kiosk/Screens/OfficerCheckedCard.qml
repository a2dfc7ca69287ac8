pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// One card before the officer: the photo beside the question, the facts, what the chip proved, the answer.
PageCard {
    id: card

    required property int index
    required property string photo
    required property string name
    required property string born
    required property string sex
    required property string number
    required property string expiry
    required property int validity
    required property int advice
    required property string adviceWords
    required property var findings
    required property var holding
    required property int answer
    property bool wide: false // the words stand beside the photo
    property bool alone: false // one person only: the photo takes the room
    property bool advised: false // what to do next stands above: the photo leaves it room
    readonly property int photoHeight: card.advised ? Size.mm(50) : card.alone ? Size.mm(124) : Size.mm(88)
    readonly property var bands: ({
        [JudgedCard.Advice.USE]: NoticeBand.Good,
        [JudgedCard.Advice.LOOK_CLOSER]: NoticeBand.Warning,
        [JudgedCard.Advice.DO_NOT_RELY]: NoticeBand.Error,
        [JudgedCard.Advice.PRACTICE]: NoticeBand.Info
    })

    signal answered(int outcome)

    function expiryWords(): string {
        switch (card.validity) {
        case JudgedCard.Validity.VALID:
            return qsTr("Thẻ còn hạn đến %1").arg(card.expiry);
        case JudgedCard.Validity.EXPIRED:
            return qsTr("Thẻ hết hạn từ %1").arg(card.expiry);
        case JudgedCard.Validity.FOR_LIFE:
            return qsTr("Thẻ không thời hạn");
        }
        return qsTr("Không rõ hạn của thẻ");
    }

    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Size.large
        columns: card.wide ? 2 : 1
        rowSpacing: Size.medium

        Rectangle {
            Layout.alignment: Qt.AlignHCenter | Qt.AlignTop
            Layout.preferredHeight: card.photoHeight
            Layout.preferredWidth: card.photoHeight * 0.75
            border.color: Colour.edge
            border.width: Size.line
            color: Colour.sunken

            Image {
                Accessible.name: qsTr("Ảnh trong chip của thẻ")
                Accessible.role: Accessible.Graphic
                anchors.fill: parent
                anchors.margins: Size.line
                cache: false
                fillMode: Image.PreserveAspectFit
                source: card.photo
                visible: card.photo.length > 0
            }

            Words {
                anchors.centerIn: parent
                horizontalAlignment: Text.AlignHCenter
                quiet: true
                text: qsTr("Chip không có ảnh. Nhìn ảnh in trên thẻ.")
                visible: card.photo.length === 0
                width: parent.width - 2 * Size.small
            }
        }

        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            spacing: Size.small

            Words {
                Layout.fillWidth: true
                kind: TypeScale.Heading
                text: qsTr("Có đúng người này không?")
            }

            Words {
                Layout.fillWidth: true
                kind: TypeScale.Lead
                strong: true
                text: card.name
                verbatim: true
            }

            Words {
                Layout.fillWidth: true
                text: qsTr("Sinh ngày %1").arg(card.born)
            }

            Words {
                Layout.fillWidth: true
                text: card.sex
                verbatim: true
                visible: card.sex.length > 0
            }

            Words {
                Layout.fillWidth: true
                text: qsTr("Số %1").arg(card.number)
            }

            IconLine {
                Layout.fillWidth: true
                iconName: card.validity === JudgedCard.Validity.EXPIRED ? "warning" : "calendar"
                text: card.expiryWords()
            }

            Words {
                Layout.fillWidth: true
                quiet: true
                text: qsTr("Cán bộ so bằng mắt. Máy không nhận dạng khuôn mặt.")
                visible: !card.advised
            }
        }
    }

    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Size.gap
        columns: card.width > Size.mm(190) ? 3 : 1
        rowSpacing: Size.gap

        Repeater {
            model: [JudgedCard.Answer.SAME_PERSON, JudgedCard.Answer.OTHER_PERSON, JudgedCard.Answer.UNSURE]

            TickRow {
                required property int modelData

                Accessible.name: card.alone ? text : `${text}: ${card.name}` // each person has the same answers
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                checked: card.answer === modelData
                implicitWidth: Size.mm(50)
                single: true
                text: modelData === JudgedCard.Answer.SAME_PERSON ? qsTr("Đúng người") : modelData === JudgedCard.Answer.OTHER_PERSON ? qsTr("Không đúng người") : qsTr("Chưa chắc")
                onClicked: card.answered(modelData)
            }
        }
    }

    NoticeBand {
        Layout.fillWidth: true
        kind: card.bands[card.advice]
        text: card.adviceWords
    }

    Repeater {
        model: card.findings

        IconLine {
            required property int index
            required property string modelData
            readonly property int standing: card.holding[index]

            Layout.fillWidth: true
            iconName: standing === Proof.FindingState.CONFIRMED ? "circle-check" : standing === Proof.FindingState.FAILED ? "error" : "question"
            text: modelData
        }
    }
}
