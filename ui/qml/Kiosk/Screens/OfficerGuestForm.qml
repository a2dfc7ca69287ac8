pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Forms
import Kiosk.Style
import Kiosk.Visit

// One guest: what the card said stands there, what it cannot say is typed; with whom a child stays is touched.
ScrollColumn {
    id: form

    required property LodgingViewModel model

    function keyboardOf(entry: int): int {
        return entry === Lodging.Entry.NUMBER ? KeyPanel.PaperNumber : KeyPanel.Letters;
    }

    NoticeBand {
        Layout.fillWidth: true
        kind: form.model.advice === JudgedCard.Advice.DO_NOT_RELY ? NoticeBand.Error : NoticeBand.Warning
        text: form.model.adviceWords
        title: qsTr("Về chính tấm thẻ")
        visible: form.model.advice === JudgedCard.Advice.DO_NOT_RELY || form.model.advice === JudgedCard.Advice.LOOK_CLOSER
    }

    Repeater {
        model: form.model.guestNotes

        NoticeBand {
            required property string modelData

            Layout.fillWidth: true
            kind: NoticeBand.Warning
            text: modelData
        }
    }

    FieldFrame {
        Layout.fillWidth: true
        error: form.model.companyFault
        label: qsTr("Đi cùng ai?")
        visible: form.model.needsCompany

        Repeater {
            model: form.model.company

            TickRow {
                required property int id
                required property string label
                required property bool chosen

                Layout.fillWidth: true
                checked: chosen
                single: true
                text: id > 0 ? qsTr("Cùng %1").arg(label) : label
                onClicked: {
                    form.model.goWith(id);
                    checked = Qt.binding(() => chosen);
                }
            }
        }
    }

    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Size.huge
        columns: form.width > Size.mm(280) ? 2 : 1
        rowSpacing: Size.medium

        Repeater {
            model: form.model.fields

            Loader {
                id: field

                required property int index
                required property string label
                required property string hint
                required property string value
                required property string fault
                required property int entry
                required property int chosen

                function controlOf(entry: int): Component {
                    switch (entry) {
                    case Lodging.Entry.DATE:
                        return dateEntry;
                    case Lodging.Entry.SEX:
                        return sexEntry;
                    case Lodging.Entry.FIXED:
                        return readValue;
                    }
                    return textEntry;
                }

                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                sourceComponent: field.controlOf(field.entry)

                Component {
                    id: textEntry

                    TextEntry {
                        error: field.fault
                        hint: field.hint
                        label: field.label
                        layout: form.keyboardOf(field.entry)
                        maximumLength: 200
                        value: field.value
                        onEdited: typed => form.model.put(field.index, typed)
                    }
                }

                Component {
                    id: dateEntry

                    DateEntry {
                        error: field.fault
                        hint: field.hint
                        label: field.label
                        value: field.value
                        onEdited: typed => form.model.put(field.index, typed)
                    }
                }

                Component {
                    id: sexEntry

                    ChoiceList {
                        chosen: field.chosen
                        columns: 2
                        error: field.fault
                        label: field.label
                        texts: [qsTr("Nam"), qsTr("Nữ")]
                        onChosenAt: place => form.model.chooseSex(place)
                    }
                }

                Component {
                    id: readValue

                    ColumnLayout {
                        spacing: 0

                        Words {
                            Layout.fillWidth: true
                            quiet: true
                            text: field.label
                        }

                        Words {
                            Layout.fillWidth: true
                            strong: true
                            text: field.value
                            verbatim: true
                        }
                    }
                }
            }
        }
    }

    Flow {
        Layout.fillWidth: true
        spacing: Size.gap

        Repeater {
            model: form.model.reasons

            QuietButton {
                required property int index
                required property string modelData

                iconName: "check"
                text: modelData
                onClicked: form.model.takeReason(index)
            }
        }
    }

    Flow {
        Layout.fillWidth: true
        spacing: Size.gap

        QuietButton {
            iconName: "people"
            text: qsTr("Ghi, và thêm trẻ đi cùng")
            visible: form.model.canBringChild
            onClicked: form.model.addChild()
        }

        QuietButton {
            iconName: "clock"
            text: qsTr("Để sau, về danh sách")
            onClicked: form.model.keepForLater()
        }

        QuietButton {
            iconName: "trash"
            text: form.model.isListed ? qsTr("Bỏ khách này khỏi danh sách") : qsTr("Thôi, không ghi khách này")
            onClicked: form.model.drop()
        }
    }
}
