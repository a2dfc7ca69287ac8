pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Visit

// Paper in hand: first a look at it and how it is wanted, then how far it is.
VisitScreen {
    id: screen

    required property PrintViewModel model
    readonly property var paperNames: ({
        [Printed.Paper.DECLARATION]: qsTr("Tờ khai"),
        [Printed.Paper.LEAFLET]: qsTr("Giấy hướng dẫn"),
        [Printed.Paper.NAME]: qsTr("Giấy hướng dẫn"),
        [Printed.Paper.SLIP]: qsTr("Phiếu chuyển quầy"),
        [Printed.Paper.SCAN]: qsTr("Bản quét"),
        [Printed.Paper.RECEIPT]: qsTr("Giấy báo đã đọc")
    })
    readonly property bool over: screen.model.done || screen.model.givenUp

    function headingOf(): string {
        if (screen.model.choosing)
            return qsTr("Ông/bà xem giấy trước khi in");
        if (screen.model.done)
            return qsTr("In xong. Ông/bà lấy giấy ở khay máy in.");
        if (screen.model.givenUp)
            return qsTr("Chưa in được");
        return screen.model.needsHelp ? qsTr("Máy in cần người giúp") : qsTr("Đang in. Ông/bà chờ một chút.");
    }

    function mainTextOf(): string {
        if (screen.model.choosing)
            return qsTr("Bắt đầu in");
        return screen.model.givenUp ? qsTr("Xem việc cần làm tiếp") : qsTr("Tôi đã nhận đủ giấy");
    }

    heading: screen.headingOf()
    mainEnabled: screen.model.choosing ? screen.model.ready : screen.over
    mainIcon: screen.model.choosing ? "printer" : screen.model.done ? "check" : "arrow-right"
    mainText: screen.mainTextOf()
    place: screen.model.place.length > 0 ? screen.model.place : qsTr("In giấy")
    onHeadingChanged: Qt.callLater(screen.readAloud) // paper that came out, or a printer that waits, is said too
    onMainAsked: {
        if (screen.model.choosing)
            screen.model.printNow();
        else
            screen.model.received();
    }

    PrintChoices {
        anchors.fill: parent
        model: screen.model
        paperNames: screen.paperNames
        portrait: screen.portrait
        visible: screen.model.choosing && !closer.visible
        onLooked: (index, pages, name, signs) => {
            closer.index = index;
            closer.name = name;
            closer.signs = signs;
            closer.pages = pages;
        }
        onRenewed: (index, pages) => {
            if (closer.pages.length > 0 && index === closer.index)
                closer.pages = pages;
        }
    }

    LargePaper {
        id: closer

        property int index: 0 // of the paper among the papers

        objectName: "largePaper"
        anchors.fill: parent
        visible: screen.model.choosing && closer.pages.length > 0
        onClosed: closer.pages = []
    }

    PrintProgress {
        anchors.fill: parent
        model: screen.model
        paperNames: screen.paperNames
        upright: screen.portrait
        visible: !screen.model.choosing
    }
}
