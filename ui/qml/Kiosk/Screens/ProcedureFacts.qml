pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// What it costs, how long it takes, where it is handed in: the answers in one look, what few need behind one touch.
PageCard {
    id: facts

    required property ProcedureViewModel model
    property bool open: false
    readonly property string of: facts.model.name
    readonly property string exceptions: [facts.feeSaid ? facts.model.feeText : "", facts.model.feeExempt].filter(part => part.length > 0).join("\n")
    readonly property bool wide: facts.width > Size.mm(280) * TypeScale.growth
    readonly property bool below: facts.Window.width > facts.Window.height && facts.width > Size.mm(200) && TypeScale.step === 0 && facts.isBrief // what is said besides stands below all three
    readonly property bool isBrief: [facts.feeWords(), facts.model.time, facts.model.place].every(answer => answer.length < 80)
    readonly property string placeMore: facts.model.canFile ? qsTr("Nộp được qua mạng, ngay tại máy này hoặc tại nhà.") : facts.model.online ? qsTr("Nộp được qua mạng, tại nhà.") : ""
    readonly property bool feeSaid: facts.model.feeOnline.length + facts.model.feeDesk.length > 0

    function feeWords(): string {
        if (facts.model.feeOnline.length > 0 && facts.model.feeOnline === facts.model.feeDesk)
            return facts.model.feeOnline;
        const ways = [];
        if (facts.model.feeOnline.length > 0)
            ways.push(qsTr("Qua mạng: %1").arg(facts.model.feeOnline));
        if (facts.model.feeDesk.length > 0)
            ways.push(qsTr("Tại quầy: %1").arg(facts.model.feeDesk));
        return ways.length > 0 ? ways.join("\n") : facts.model.feeText;
    }

    onOfChanged: facts.open = false

    GridLayout {
        id: answers

        Layout.fillWidth: true
        columnSpacing: Size.medium
        columns: facts.wide || facts.below ? 3 : 1
        rowSpacing: Size.small

        FactLine {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            iconName: "money"
            label: qsTr("Phí, lệ phí")
            more: facts.below ? "" : facts.model.feeVariants.join("\n")
            text: facts.feeWords()
        }

        FactLine {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            iconName: "clock"
            label: qsTr("Thời gian giải quyết")
            text: facts.model.time
        }

        FactLine {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            iconName: "location"
            label: qsTr("Nơi nộp")
            more: facts.below ? "" : facts.placeMore
            text: facts.model.place
        }

        Words {
            Accessible.name: text
            Layout.columnSpan: answers.columns
            Layout.fillWidth: true
            text: [...facts.model.feeVariants, facts.placeMore].filter(part => part.length > 0).join("\n")
            visible: facts.below && text.length > 0
        }
    }

    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Size.gap
        columns: facts.width > Size.mm(200) * TypeScale.growth ? 2 : 1
        rowSpacing: Size.gap
        visible: less.visible || free.visible

        QuietButton {
            id: less

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            iconName: facts.open ? "arrow-up" : "arrow-down"
            text: facts.open ? qsTr("Cất phần miễn, giảm phí") : qsTr("Ai được miễn, giảm phí?")
            visible: facts.exceptions.length > 0
            onClicked: facts.open = !facts.open
        }

        QuietButton {
            id: free

            Layout.fillWidth: true
            Layout.preferredWidth: 1
            iconName: "money"
            text: qsTr("Cách để được 0 đồng")
            visible: facts.model.feeGuideId.length > 0
            onClicked: facts.model.startFeeGuide()
        }
    }

    Words {
        Accessible.name: facts.exceptions
        Layout.fillWidth: true
        spoken: facts.exceptions
        text: TypeScale.tied(facts.exceptions)
        visible: facts.open && facts.exceptions.length > 0
    }
}
