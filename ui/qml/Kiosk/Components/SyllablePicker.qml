pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Keyboard
import Kiosk.Style

// Writing without knowing how to type: first sound, rhyme, tone; the last touch enters the syllable.
Rectangle {
    id: picker

    required property bool upper
    property string onset: ""
    property string rhyme: ""
    readonly property int step: picker.rhyme.length > 0 ? 2 : picker.onsetChosen ? 1 : 0
    property bool onsetChosen: false
    readonly property bool verbatim: true // syllables are the same in every language
    readonly property SyllableChooser chooser: SyllableChooser {}

    signal picked(string syllable)
    signal closed

    function choices(): var {
        if (picker.step === 0)
            return (picker.chooser?.onsets() ?? []);
        return picker.step === 1 ? (picker.chooser?.rhymes(picker.onset) ?? []) : (picker.chooser?.syllables(picker.onset, picker.rhyme, Look.newTones) ?? []);
    }

    function choose(text: string, index: int) {
        if (picker.step === 0) {
            picker.onset = index === 0 ? "" : text;
            picker.onsetChosen = true;
        } else if (picker.step === 1) {
            picker.rhyme = text;
        } else {
            picker.picked(text);
            picker.restart();
        }
    }

    function restart() {
        picker.onset = "";
        picker.rhyme = "";
        picker.onsetChosen = false;
    }

    color: Colour.sunken

    MouseArea {
        anchors.fill: parent
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Size.margin
        anchors.topMargin: Size.small
        anchors.bottomMargin: Size.small
        spacing: Size.keyGap

        RowLayout {
            spacing: Size.keyGap

            Words {
                Layout.fillWidth: true
                kind: TypeScale.Chrome
                strong: true
                text: [qsTr("1. Chọn âm đầu"), qsTr("2. Chọn vần cho “%1”").arg(picker.onset), qsTr("3. Chọn dấu")][picker.step]
            }

            KeyButton {
                leftPadding: Size.mm(3)
                rightPadding: Size.mm(3)
                iconName: "arrow-left"
                text: qsTr("Chọn lại")
                visible: picker.step > 0
                onClicked: picker.restart()
            }

            KeyButton {
                leftPadding: Size.mm(3)
                rightPadding: Size.mm(3)
                iconName: "keyboard"
                text: qsTr("Bàn phím")
                onClicked: {
                    picker.restart();
                    picker.closed();
                }
            }
        }

        ScrollColumn {
            Layout.fillHeight: true
            Layout.fillWidth: true

            Flow {
                Layout.fillWidth: true
                spacing: Size.keyGap

                Repeater {
                    model: picker.visible ? picker.choices() : []

                    KeyButton {
                        required property string modelData
                        required property int index

                        height: Size.key
                        text: picker.upper && picker.step === 2 ? modelData.charAt(0).toLocaleUpperCase("vi") + modelData.slice(1) : modelData
                        width: Math.max(Size.mm(18), implicitContentWidth + Size.padding)
                        onClicked: picker.choose(picker.step === 2 ? text : modelData, index)
                    }
                }
            }
        }
    }
}
