import QtQuick
import Kiosk.Components
import Kiosk.Visit

// What stands in the way of scanning or handing over, and what to do; the pages scanned before are kept.
NoticeBand {
    id: band

    required property ScanViewModel model

    kind: NoticeBand.Warning
    text: band.model.trouble.length > 0 ? band.model.remedy : qsTr("Ông/bà mang giấy tờ ra quầy, hoặc chụp bằng điện thoại.")
    title: band.model.trouble.length > 0 ? band.model.trouble : qsTr("Máy quét chưa dùng được")
    visible: band.model.trouble.length > 0 || band.model.absent
}
