pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// Is this it, what do I need, what does it cost, where; then fill, be coached, or take the leaflet.
VisitScreen {
    id: screen

    required property ProcedureViewModel model
    readonly property bool fillable: screen.model.formName.length > 0

    heading: screen.model.name
    mainIcon: screen.fillable ? "edit" : "printer"
    mainText: screen.fillable ? qsTr("Điền tờ khai") : qsTr("In giấy hướng dẫn")
    place: screen.model.code.length > 0 ? qsTr("Thủ tục %1").arg(screen.model.code) : qsTr("Thủ tục")
    onMainAsked: {
        if (screen.fillable)
            screen.model.fillForm();
        else
            screen.model.printLeaflet();
    }

    ScrollColumn {
        id: scroll

        anchors.fill: parent

        Words {
            Layout.fillWidth: true
            kind: Words.Lead
            text: screen.model.summary
        }

        QuietButton {
            Layout.fillWidth: true
            iconName: "globe"
            text: qsTr("Nộp qua mạng ở đây")
            visible: screen.model.canFile
            onClicked: screen.model.fileOnline()
        }

        NoticeBand {
            Layout.fillWidth: true
            kind: NoticeBand.Warning
            text: qsTr("Chưa xác minh, hỏi cán bộ: %1.").arg(screen.model.unconfirmed)
            visible: screen.model.unconfirmed.length > 0
        }

        GridLayout {
            Layout.fillWidth: true
            columnSpacing: Size.medium
            columns: screen.portrait ? 1 : 2
            rowSpacing: Size.medium

            PageCard {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: 1

                FactLine {
                    Layout.fillWidth: true
                    iconName: "money"
                    label: qsTr("Phí, lệ phí")
                    more: {
                        const said = screen.model.feeOnline.length + screen.model.feeDesk.length > 0 ? [screen.model.feeText] : [];
                        return said.concat(screen.model.feeVariants, screen.model.feeExempt).filter(part => part.length > 0).join("\n");
                    }
                    text: {
                        if (screen.model.feeOnline.length > 0 && screen.model.feeOnline === screen.model.feeDesk)
                            return screen.model.feeOnline;
                        const ways = [];
                        if (screen.model.feeOnline.length > 0)
                            ways.push(qsTr("Qua mạng: %1").arg(screen.model.feeOnline));
                        if (screen.model.feeDesk.length > 0)
                            ways.push(qsTr("Tại quầy: %1").arg(screen.model.feeDesk));
                        return ways.length > 0 ? ways.join("\n") : screen.model.feeText;
                    }
                }

                FactLine {
                    Layout.fillWidth: true
                    iconName: "clock"
                    label: qsTr("Thời gian giải quyết")
                    text: screen.model.time
                }

                FactLine {
                    Layout.fillWidth: true
                    iconName: "location"
                    label: qsTr("Nơi nộp")
                    more: screen.model.canFile ? qsTr("Nộp được qua mạng, ngay tại máy này hoặc tại nhà.") : screen.model.online ? qsTr("Nộp được qua mạng, tại nhà.") : ""
                    text: screen.model.place
                }

                FactLine {
                    Layout.fillWidth: true
                    iconName: "person"
                    label: qsTr("Ai làm được")
                    text: screen.model.who
                }
            }

            PageCard {
                Layout.alignment: Qt.AlignTop
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                title: qsTr("Giấy tờ cần có: chạm vào thứ ông/bà có")

                Repeater {
                    model: screen.model.cases.length > 1 ? screen.model.cases : []

                    TickRow {
                        required property string modelData
                        required property int index

                        Layout.fillWidth: true
                        checked: index === screen.model.caseIndex
                        single: true
                        text: modelData
                        onClicked: screen.model.chooseCase(index)
                    }
                }

                Rectangle {
                    Layout.fillWidth: true
                    color: Colour.hairline
                    implicitHeight: Size.line
                    visible: screen.model.cases.length > 1
                }

                Repeater {
                    model: screen.model.documents

                    TickRow {
                        required property string id
                        required property string name
                        required property bool optional
                        required property bool ticked
                        required detail

                        Layout.fillWidth: true
                        checked: ticked
                        text: optional ? qsTr("%1 (khi cần)").arg(name) : name
                        onClicked: screen.model.tick(id)
                    }
                }
            }
        }

        PageCard {
            Layout.fillWidth: true
            title: qsTr("Hay bị trả hồ sơ vì")
            visible: screen.model.pitfalls.length > 0

            Repeater {
                model: screen.model.pitfalls

                RowLayout {
                    id: pitfall

                    required property string modelData

                    Layout.fillWidth: true
                    spacing: Size.small

                    Icon {
                        Layout.alignment: Qt.AlignTop
                        name: "warning"
                        tint: Colour.accent
                    }

                    Words {
                        Layout.fillWidth: true
                        text: pitfall.modelData
                    }
                }
            }
        }

        Repeater {
            model: screen.model.notices

            NoticeBand {
                required property string modelData

                Layout.fillWidth: true
                text: modelData
            }
        }

        NoticeBand {
            Layout.fillWidth: true
            text: screen.model.notes
            visible: screen.model.notes.length > 0
        }

        GridLayout {
            Layout.fillWidth: true
            columnSpacing: Size.gap
            columns: screen.portrait ? 1 : 2
            rowSpacing: Size.gap

            QuietButton {
                Layout.fillWidth: true
                iconName: "printer"
                text: qsTr("Chỉ in giấy hướng dẫn")
                visible: screen.fillable
                onClicked: screen.model.printLeaflet()
            }

            QuietButton {
                Layout.fillWidth: true
                iconName: "scanner"
                text: qsTr("Quét giấy tờ")
                visible: screen.shell.canScan && screen.model.cases.length > 0
                onClicked: screen.shell.scanPapers()
            }

            QuietButton {
                Layout.fillWidth: true
                iconName: "money"
                text: qsTr("Cách để được 0 đồng")
                visible: screen.model.feeGuideId.length > 0
                onClicked: screen.model.startFeeGuide()
            }

            QuietButton {
                Layout.fillWidth: true
                iconName: "phone"
                text: qsTr("Hướng dẫn từng bước")
                visible: screen.model.guideId.length > 0
                onClicked: screen.model.startGuide()
            }
        }

        Words {
            Layout.fillWidth: true
            quiet: true
            text: qsTr("Tên chính thức: %1.").arg(screen.model.officialName)
        }

        FoldedSources {
            Layout.fillWidth: true
            sources: screen.model.sources
        }
    }
}
