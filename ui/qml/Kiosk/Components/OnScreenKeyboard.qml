pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Keyboard
import Kiosk.Style
import "KeyRows.js" as KeyRows

// The keyboard on the screen: Vietnamese letters, tones by name, digits, date, e-mail. It writes into whatever has
// the focus, through the typist. Wide screens put marks and tones in one row, narrow ones in two.
KeyPanel {
    id: keyboard

    property real room: 0 // the height of the screen: the keys take their share of it
    property bool capitalise: false // each word begins with a capital: names
    property bool numbersShown: false
    property bool shifted: false
    readonly property bool numeric: keyboard.layout === KeyPanel.Digits || keyboard.layout === KeyPanel.Date
    readonly property var slash: keyboard.layout === KeyPanel.Date ? KeyRows.letters("/") : []
    readonly property bool wide: keyboard.width >= Size.mm(300)
    readonly property bool upper: keyboard.shifted || (keyboard.capitalise && typist.atWordStart)
    readonly property var toneKeys: KeyRows.tones(["sắc", "huyền", "hỏi", "ngã", "nặng"])
    readonly property var backspace: ({
            text: "",
            icon: "backspace",
            name: qsTr("Xóa một chữ"),
            act: "backspace",
            units: 1.5
        })
    readonly property var space: ({
            text: qsTr("Cách"),
            put: " ",
            name: qsTr("Dấu cách"),
            units: keyboard.wide ? 4.5 : 3.8
        })
    readonly property var shownRows: keyboard.rows()
    readonly property int least: keyboard.numeric ? Size.touchLarge : Size.key
    readonly property int keyHeight: Math.max(keyboard.least, Math.min(Size.mm(keyboard.shownRows.length === 1 ? 44 : 28), Math.floor(keyboard.room * 0.42 / keyboard.shownRows.length) - Size.keyGap))
    readonly property string spoken: ""
    readonly property bool verbatim: true // letters and the names of tones are the same in every language

    function press(key: var) {
        if (key.act === "backspace")
            typist.backspace();
        else if (key.act === "clear")
            typist.clear();
        else if (key.act === "shift")
            keyboard.shifted = !keyboard.shifted;
        else if (key.act === "numbers")
            keyboard.numbersShown = !keyboard.numbersShown;
        else if (key.act === "picker")
            picker.active = true;
        else if (key.tone)
            typist.tone(key.tone);
        else
            keyboard.put(key.put);
    }

    function put(text: string) {
        typist.put(keyboard.upper ? text.toLocaleUpperCase("vi") : text);
        keyboard.shifted = false;
    }

    function rows(): var {
        if (keyboard.numeric)
            return keyboard.wide ? [[...KeyRows.digits(), ...keyboard.slash, keyboard.backspace]] : keyboard.telephone();
        if (keyboard.layout === KeyPanel.PaperNumber)
            return keyboard.paperRows();
        return keyboard.layout === KeyPanel.Email ? keyboard.emailRows() : keyboard.letterRows();
    }

    function telephone(): var {
        const last = keyboard.slash.length > 0 ? keyboard.slash[0] : {
            text: "",
            icon: "trash",
            name: qsTr("Xóa hết"),
            act: "clear"
        };
        const back = Object.assign({}, keyboard.backspace, {
            units: 1
        });
        return [...["1 2 3", "4 5 6", "7 8 9"].map(KeyRows.letters), [last, ...KeyRows.letters("0"), back]];
    }

    function letterRows(): var {
        const shift = {
            text: "",
            icon: "shift",
            name: qsTr("Viết hoa"),
            act: "shift",
            units: 1.5
        };
        const numbers = {
            text: keyboard.numbersShown ? "abc" : "123",
            name: keyboard.numbersShown ? qsTr("Chữ cái") : qsTr("Chữ số"),
            act: "numbers",
            units: 1.5
        };
        const picker = {
            text: qsTr("Ghép vần"),
            act: "picker",
            units: keyboard.wide ? 3 : 3.7 // a longer word of another language stays on its key
        };
        const marks = keyboard.numbersShown ? [KeyRows.digits()] : keyboard.wide ? [[...KeyRows.marked(), ...keyboard.toneKeys]] : [KeyRows.marked(), keyboard.toneKeys];
        return [...marks, KeyRows.letters("q w e r t y u i o p"), KeyRows.letters("a s d f g h j k l"), [shift, ...KeyRows.letters("z x c v b n m"), keyboard.backspace], [numbers, picker, ...KeyRows.letters(", . / -"), keyboard.space]];
    }

    function paperRows(): var {
        const other = {
            text: keyboard.numbersShown ? "123" : "ABC",
            name: keyboard.numbersShown ? qsTr("Chữ số") : qsTr("Chữ cái"),
            act: "numbers",
            units: 1
        };
        const back = Object.assign({}, keyboard.backspace, {
            units: 1
        });
        if (keyboard.numbersShown)
            return [KeyRows.digits(), KeyRows.letters("Q W E R T Y U I O P"), KeyRows.letters("A S D F G H J K L"), [other, ...KeyRows.letters("Z X C V B N M"), back]];
        if (keyboard.wide)
            return [[...KeyRows.digits(), other, back]];
        return [...["1 2 3", "4 5 6", "7 8 9"].map(KeyRows.letters), [other, ...KeyRows.letters("0"), back]];
    }

    function emailRows(): var {
        const ends = [".com", ".vn", "gmail.com"].map(end => ({
                    text: end,
                    put: end,
                    units: 2.5
                }));
        return [KeyRows.digits(), KeyRows.letters("q w e r t y u i o p"), KeyRows.letters("a s d f g h j k l @"), [...KeyRows.letters("z x c v b n m . - _"), keyboard.backspace], ends];
    }

    Accessible.name: qsTr("Bàn phím")
    Accessible.role: Accessible.Grouping
    color: Colour.sunken
    onPageLeft: {
        keyboard.shifted = false;
        keyboard.numbersShown = false;
        picker.active = false;
    }
    implicitHeight: keyboard.shownRows.length * (keyboard.keyHeight + Size.keyGap) - Size.keyGap + 2 * Size.mm(3)

    Typist {
        id: typist

        newTones: Look.newTones
    }

    MouseArea { // a palm between two keys does nothing
        anchors.fill: parent
    }

    Column {
        id: column

        anchors.centerIn: parent
        spacing: Size.keyGap
        visible: !picker.active // what lies under the picker is not there for who reads the screen by voice either
        width: keyboard.numeric && !keyboard.wide ? Math.min(Size.mm(258), keyboard.width - 2 * Size.margin) : keyboard.width - 2 * Size.margin

        Repeater {
            model: keyboard.shownRows

            KeyRow {
                required property var modelData

                keyHeight: keyboard.keyHeight
                keys: modelData
                minimumColumns: modelData.length === 9 ? 10 : 0
                upper: keyboard.upper
                width: column.width
                onPressed: key => keyboard.press(key)
            }
        }
    }

    Loader { // few ask for it, and its keys are many
        id: picker

        active: false
        anchors.fill: parent

        sourceComponent: SyllablePicker {
            upper: keyboard.upper
            onClosed: Qt.callLater(() => picker.active = false)
            onPicked: syllable => {
                typist.put(typist.atWordStart ? syllable : ` ${syllable}`);
                keyboard.shifted = false;
            }
        }
    }
}
