pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Forms
import Kiosk.Style
import Kiosk.Visit

// One question, one answer: the question as the heading, a hint, the control, the error in the summary's words.
VisitScreen {
    id: screen

    required property QuestionViewModel model
    property string draft: screen.model.value
    property var draftRows: screen.model.rows
    readonly property string error: screen.model.faults.length > 0 ? screen.model.faults.join(" ") : ""
    readonly property bool offering: screen.model.doubted.length > 0 && !screen.filling && screen.unchanged
    readonly property bool unchanged: screen.draft === screen.model.value && JSON.stringify(screen.draftRows) === JSON.stringify(screen.model.rows)
    readonly property bool isAddress: screen.model.kind === Visit.QuestionKind.ADDRESS
    readonly property RowsAnswer rowsAnswer: control.item as RowsAnswer
    readonly property bool filling: screen.rowsAnswer !== null && screen.rowsAnswer.filling
    readonly property bool roomy: (screen.portrait || TypeScale.growth < 1.2 || screen.Window.height > Size.high) && (screen.error.length === 0 || answers.height > Size.mm(54))
    readonly property var focused: screen.Window.activeFocusItem

    function focusControl() {
        if (control.item && screen.model.kind !== Visit.QuestionKind.ROWS)
            (control.item as Item).nextItemInFocusChain(true).forceActiveFocus();
    }

    function give() {
        if (screen.filling)
            screen.rowsAnswer.keep();
        else if (screen.model.kind === Visit.QuestionKind.ROWS)
            screen.model.answerRows(screen.draftRows);
        else if (screen.isAddress)
            screen.model.answer(screen.model.address.value);
        else
            screen.model.answer(screen.draft);
    }

    function takeMeant() { // "Ý ông/bà là Hoàng?"
        screen.draft = screen.model.mended;
        screen.draftRows = screen.model.mendedRows;
        screen.give();
    }

    // Whoever taps once more without looking gets the name as it is spelt, not the slip.
    function submit() {
        if (screen.offering && screen.model.meant.length > 0)
            screen.takeMeant();
        else
            screen.give();
    }

    function controlOf(kind: int): Component {
        switch (kind) {
        case Visit.QuestionKind.DATE:
            return dateControl;
        case Visit.QuestionKind.CHOICE:
        case Visit.QuestionKind.CHOICES:
        case Visit.QuestionKind.YES_NO:
            return choiceControl;
        case Visit.QuestionKind.ROWS:
            return rowsControl;
        case Visit.QuestionKind.LONG_TEXT:
            return longControl;
        }
        return textControl;
    }

    function keyboardOf(kind: int): int {
        switch (kind) {
        case Visit.QuestionKind.PERSONAL_NUMBER:
            return screen.model.otherPaper ? KeyPanel.PaperNumber : KeyPanel.Digits;
        case Visit.QuestionKind.PHONE:
        case Visit.QuestionKind.NUMBER:
            return KeyPanel.Digits;
        case Visit.QuestionKind.EMAIL:
            return KeyPanel.Email;
        }
        return KeyPanel.Letters;
    }

    heading: screen.model.heading
    keyboard: screen.focused && screen.focused.layout !== undefined ? screen.focused.layout : KeyPanel.None
    mainIcon: screen.filling ? "check" : "arrow-right"
    mainText: screen.filling ? qsTr("Giữ dòng này") : screen.offering ? (screen.model.meant.length > 0 ? qsTr("Đúng, sửa giúp tôi") : qsTr("Giữ nguyên")) : screen.model.required || screen.draft.length > 0 || screen.draftRows.length > 0 ? qsTr("Tiếp tục") : qsTr("Bỏ qua, tiếp tục")
    place: screen.model.place
    section: screen.model.section
    sections: screen.model.sections
    onDraftChanged: screen.model.drafted(screen.draft)
    onDraftRowsChanged: screen.model.draftedRows(screen.draftRows)
    onErrorChanged: {
        if (screen.error.length > 0)
            screen.focusControl();
    }
    onMainAsked: screen.submit()

    Loader {
        active: screen.isAddress
        anchors.fill: parent

        sourceComponent: AddressAnswer {
            address: screen.model.address
            error: screen.error
            hint: screen.model.hint
            origin: screen.model.origin
            wasRead: screen.model.wasRead.length > 0
            onAsRead: screen.model.asRead()
            onSubmitted: screen.submit()
        }
    }

    ScrollColumn {
        id: answers

        anchors.fill: parent
        stretched: screen.model.kind === Visit.QuestionKind.CHOICE || screen.model.kind === Visit.QuestionKind.CHOICES || screen.model.kind === Visit.QuestionKind.YES_NO || screen.model.kind === Visit.QuestionKind.ROWS && !screen.filling
        visible: !screen.isAddress

        NoticeBand {
            Layout.fillWidth: true
            text: screen.model.about
            visible: screen.model.about.length > 0
        }

        Words {
            Layout.fillWidth: true
            quiet: true
            text: screen.model.hint
            visible: screen.model.hint.length > 0 && !screen.offering
        }

        OriginLine {
            Layout.fillWidth: true
            origin: screen.model.origin
            wasRead: screen.model.wasRead.length > 0
            onAsRead: screen.model.asRead()
        }

        Loader {
            Layout.fillWidth: true
            active: screen.offering
            visible: active

            sourceComponent: SpellingOffer {
                doubted: screen.model.doubted
                meant: screen.model.meant
                onKept: screen.give()
            }
        }

        Loader {
            id: control

            Layout.fillHeight: true
            Layout.fillWidth: true
            active: !screen.isAddress
            sourceComponent: screen.controlOf(screen.model.kind)
            onLoaded: screen.focusControl()
        }
    }

    Component {
        id: textControl

        TextEntry {
            error: screen.error
            label: ""
            layout: screen.keyboardOf(screen.model.kind)
            maximumLength: screen.model.maxLength > 0 ? screen.model.maxLength : 200
            name: screen.model.heading
            tall: screen.roomy
            value: screen.draft
            onAccepted: screen.submit()
            onEdited: value => screen.draft = value
        }
    }

    Component {
        id: dateControl

        DateEntry {
            error: screen.error
            label: ""
            name: screen.model.heading
            tall: screen.roomy
            value: screen.draft
            onAccepted: screen.submit()
            onEdited: value => screen.draft = value
        }
    }

    Component {
        id: choiceControl

        OptionChoice {
            draft: screen.draft
            error: screen.error
            kind: screen.model.kind
            options: screen.model.options
            onDrafted: draft => screen.draft = draft
        }
    }

    Component {
        id: longControl

        LongTextEntry {
            error: screen.error
            label: ""
            maximumLength: screen.model.maxLength > 0 ? screen.model.maxLength : 600
            name: screen.model.heading
            value: screen.draft
            onEdited: value => screen.draft = value
        }
    }

    Component {
        id: rowsControl

        RowsAnswer {
            addText: screen.model.addRow
            columns: screen.model.columns
            error: screen.error
            maximum: screen.model.maxRows
            rows: screen.draftRows
            onDrafted: rows => screen.draftRows = rows
        }
    }
}
