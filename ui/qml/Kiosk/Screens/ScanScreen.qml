import QtQuick
import Kiosk.Visit

// Papers for the portal: the list, one page at a time, then the files for the person's own stick or on paper.
VisitScreen {
    id: screen

    required property ScanViewModel model
    readonly property bool listing: screen.model.mode === Scans.Mode.LIST
    readonly property bool looking: screen.model.mode === Scans.Mode.PAGE
    readonly property bool empty: screen.looking && screen.model.page === 0

    function headingOf(): string {
        if (screen.model.absent && screen.model.pages === 0)
            return qsTr("Máy quét chưa dùng được");
        if (screen.listing)
            return screen.model.missing > 0 ? qsTr("Còn %n giấy chưa quét", "", screen.model.missing) : qsTr("Đã quét đủ giấy");
        if (screen.looking)
            return screen.model.scanning ? qsTr("Đang quét, ông/bà chờ một chút") : screen.model.paper;
        return screen.model.copied ? qsTr("Đã chép vào USB của ông/bà") : qsTr("Ông/bà mang bản quét về");
    }

    function textOfMain(): string {
        if (screen.listing)
            return screen.model.pages > 0 ? qsTr("Lấy bản quét") : "";
        if (screen.empty)
            return qsTr("Quét trang này");
        if (screen.looking)
            return qsTr("Xong giấy này");
        return screen.model.copied ? qsTr("Làm tiếp") : qsTr("Chép vào USB");
    }

    heading: screen.headingOf()
    mainEnabled: screen.listing ? screen.model.mayHandOver : screen.looking ? !screen.model.scanning && !(screen.empty && screen.model.absent) : !screen.model.packing && !screen.model.copying
    mainIcon: screen.empty ? "scanner" : "arrow-right"
    mainText: screen.textOfMain()
    place: qsTr("Quét giấy tờ")
    onMainAsked: {
        if (screen.listing)
            screen.model.showFiles();
        else if (screen.empty)
            screen.model.scan(false);
        else if (screen.looking)
            screen.model.showList();
        else if (screen.model.copied)
            screen.model.done();
        else
            screen.model.copyToStick();
    }

    ScanList {
        anchors.fill: parent
        model: screen.model
        spacious: screen.spacious || screen.portrait
        visible: screen.listing
    }

    ScanPage {
        anchors.fill: parent
        model: screen.model
        portrait: screen.portrait
        spacious: screen.spacious || screen.portrait
        visible: screen.looking
    }

    ScanFiles {
        anchors.fill: parent
        model: screen.model
        visible: !screen.listing && !screen.looking
    }
}
