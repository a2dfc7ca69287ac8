pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Forms
import Kiosk.Style
import Kiosk.Visit

// Before the paper: the first page of each, the size of the leaflet, how many of each.
GridLayout {
    id: choices

    required property PrintViewModel model
    required property var paperNames
    required property bool portrait

    signal looked(int index, var pages, string name, bool signs)
    signal renewed(int index, var pages) // the paper was set anew: another language

    readonly property var sizeNames: ({
        [Printed.LeafletSize.A4]: qsTr("Tờ A4"),
        [Printed.LeafletSize.A5]: qsTr("Tờ nhỏ A5"),
        [Printed.LeafletSize.LARGE]: qsTr("Chữ to, tờ A4")
    })

    columnSpacing: Size.huge
    columns: choices.portrait ? 1 : 2
    rowSpacing: Size.large

    Item {
        id: table

        readonly property real most: (table.width - Size.large * (papers.count - 1)) / Math.max(1, papers.count)
        readonly property real labelHeight: TypeScale.chrome * TypeScale.fontHeight * 2 + 2 * Size.small + TypeScale.body * TypeScale.fontHeight * TypeScale.leading * 2

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.maximumHeight: choices.portrait ? choices.height * 0.5 : choices.height
        Layout.preferredHeight: 1
        Layout.preferredWidth: 1

        Words {
            anchors.centerIn: parent
            horizontalAlignment: Text.AlignHCenter
            kind: TypeScale.Lead
            text: qsTr("Máy đang soạn giấy…")
            visible: !choices.model.ready
            width: parent.width
        }

        Row {
            anchors.centerIn: parent
            spacing: Size.large
            visible: choices.model.ready

            Repeater {
                id: papers

                model: choices.model.sheets

                Column {
                    id: page

                    required property int index
                    required property int paper
                    required property string picture
                    required property var pages
                    readonly property bool signs: page.paper === Printed.Paper.DECLARATION

                    readonly property int sheet: Math.floor(Math.min(table.most, (table.height - table.labelHeight) * 210 / 297, Size.mm(110)))

                    spacing: Size.small
                    Component.onCompleted: choices.renewed(page.index, page.pages)
                    onPagesChanged: choices.renewed(page.index, page.pages)
                    width: Math.floor(Math.min(table.most, Math.max(page.sheet, Size.mm(52) * TypeScale.growth))) // its words need more than a small sheet

                    PaperButton {
                        anchors.horizontalCenter: parent.horizontalCenter
                        height: width * 297 / 210
                        name: choices.paperNames[page.paper]
                        objectName: `paper-${page.index}`
                        source: page.picture
                        visible: page.picture.length > 0
                        width: page.sheet
                        onClicked: choices.looked(page.index, page.pages, name, page.signs)
                    }

                    Words {
                        horizontalAlignment: Text.AlignHCenter
                        kind: TypeScale.Chrome
                        strong: true
                        text: choices.paperNames[page.paper]
                        width: page.width
                    }

                    IconLine {
                        iconName: "edit"
                        text: qsTr("Ông/bà ký tờ này")
                        visible: page.signs
                        width: page.width
                    }
                }
            }
        }
    }

    ScrollColumn {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredHeight: 1
        Layout.preferredWidth: 1
        centred: !choices.portrait
        spacing: Size.large

        NoticeBand {
            Layout.fillWidth: true
            kind: NoticeBand.Warning
            text: choices.model.remedy
            title: choices.model.trouble
            visible: choices.model.trouble.length > 0
        }

        ChoiceList {
            Layout.fillWidth: true
            chosen: choices.model.sizes.indexOf(choices.model.size)
            columns: 1
            label: qsTr("Giấy hướng dẫn in thế nào?")
            texts: choices.model.sizes.map(size => choices.sizeNames[size])
            visible: choices.model.sizes.length > 1
            onChosenAt: index => choices.model.chooseSize(choices.model.sizes[index])
        }

        CopiesEntry {
            Layout.fillWidth: true
            copies: choices.model.copies
            most: choices.model.mostCopies
            onWanted: copies => choices.model.chooseCopies(copies)
        }
    }
}
