import QtQuick
import QtQuick.Layouts
import Kiosk.Style
import Kiosk.Visit

// All that can be done with a procedure, together: file it (here, or with the telephone), fill, print, scan, be coached.
GridLayout {
    id: actions

    required property ProcedureViewModel model
    required property ShellViewModel shell
    property bool withPhone: true // the code for the telephone stands here too
    readonly property bool fillable: actions.model.formName.length > 0

    columnSpacing: Size.gap
    rowSpacing: Size.gap

    ActionButton {
        narrow: actions.columns > 2
        Layout.columnSpan: actions.columns
        first: true
        iconName: "globe"
        text: qsTr("Nộp qua mạng ở đây")
        visible: actions.model.canFile
        onClicked: actions.model.fileOnline()
    }

    ActionButton {
        narrow: actions.columns > 2
        first: !actions.model.canFile
        iconName: "edit"
        text: qsTr("Điền tờ khai")
        visible: actions.fillable
        onClicked: actions.model.fillForm()
    }

    ActionButton {
        narrow: actions.columns > 2
        first: !actions.model.canFile && !actions.fillable
        iconName: "printer"
        text: qsTr("In giấy hướng dẫn")
        onClicked: actions.model.printLeaflet()
    }

    ActionButton {
        narrow: actions.columns > 2
        iconName: "scanner"
        text: qsTr("Quét giấy tờ")
        visible: actions.shell.canScan && actions.model.cases.length > 0
        onClicked: actions.shell.scanPapers()
    }

    ActionButton {
        narrow: actions.columns > 2
        iconName: "phone"
        text: qsTr("Hướng dẫn từng bước")
        visible: actions.model.guideId.length > 0
        onClicked: actions.model.startGuide()
    }

    PhoneFiling {
        Layout.columnSpan: actions.columns
        Layout.fillWidth: true
        rows: actions.model.phoneQr
        visible: actions.withPhone && actions.model.phoneQr.length > 0
    }
}
