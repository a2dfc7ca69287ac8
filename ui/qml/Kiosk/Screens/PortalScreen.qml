import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// Behind the official page: it is being opened, it lies over this page, or how it ended and what to do now.
VisitScreen {
    id: screen

    required property PortalViewModel model
    readonly property bool underWay: screen.model.stage <= OfficialPage.PortalStage.OPEN
    readonly property bool filed: screen.model.stage === OfficialPage.PortalStage.FILED
    readonly property bool draft: screen.model.stage === OfficialPage.PortalStage.DRAFT

    heading: {
        switch (screen.model.stage) {
        case OfficialPage.PortalStage.OPEN:
            return qsTr("Đang nộp qua mạng…");
        case OfficialPage.PortalStage.FILED:
            return qsTr("Hồ sơ đã nộp qua mạng");
        case OfficialPage.PortalStage.DRAFT:
            return qsTr("Hồ sơ mới lưu nháp, chưa nộp");
        case OfficialPage.PortalStage.LEFT:
            return qsTr("Hồ sơ chưa nộp");
        case OfficialPage.PortalStage.FAILED:
            return screen.model.trouble;
        }
        return qsTr("Đang mở trang chính thức…");
    }
    mainIcon: screen.filed ? "arrow-right" : "refresh"
    mainText: screen.underWay ? "" : screen.filed ? qsTr("Xem việc cần làm tiếp") : qsTr("Mở lại trang chính thức")
    place: screen.model.place.length > 0 ? screen.model.place : qsTr("Nộp qua mạng")
    onHeadingChanged: Qt.callLater(screen.readAloud)
    onMainAsked: {
        if (screen.filed)
            screen.model.goOn();
        else
            screen.model.openAgain();
    }

    DrawnPage {
        anchors.fill: parent
        drawing: screen.portrait || screen.spacious || TypeScale.growth < 1.2 ? (screen.underWay ? "touch" : screen.model.stage === OfficialPage.PortalStage.FAILED ? "network-off" : screen.filed ? "goodbye" : "empty") : ""
        share: screen.spacious ? 0.35 : 0.3
        upright: screen.portrait

        ColumnLayout {
            Layout.fillWidth: true
            spacing: screen.spacious ? Size.huge : Size.large
            visible: screen.underWay

            NumberedStep {
                Layout.fillWidth: true
                large: screen.spacious
                number: 1
                text: qsTr("Trang chính thức mở ra trên màn hình này, có hướng dẫn bên cạnh.")
            }

            NumberedStep {
                Layout.fillWidth: true
                large: screen.spacious
                number: 2
                text: qsTr("Ông/bà tự đăng nhập bằng VNeID. Máy điền giúp khi ông/bà cho phép.")
            }

            NumberedStep {
                Layout.fillWidth: true
                large: screen.spacious
                number: 3
                text: qsTr("Ông/bà xem lại rồi tự bấm nộp. Máy giữ mã hồ sơ để in ra.")
            }

            QuietButton {
                Layout.fillWidth: true
                large: screen.spacious
                iconName: "cross"
                text: qsTr("Đóng trang chính thức")
                onClicked: screen.model.close()
            }
        }

        ColumnLayout {
            Layout.fillWidth: true
            spacing: screen.spacious ? Size.huge : Size.large
            visible: !screen.underWay

            Words {
                Layout.fillWidth: true
                kind: screen.spacious ? TypeScale.Heading : TypeScale.Lead
                strong: false
                text: screen.model.remedy
                visible: text.length > 0
            }

            NoticeBand {
                Layout.fillWidth: true
                large: screen.spacious
                kind: NoticeBand.Warning
                text: qsTr("Bản nháp nằm trong tài khoản của ông/bà trên Cổng. Mở lại để nộp, hoặc về nhà nộp tiếp.")
                visible: screen.draft
            }

            NoticeBand {
                Layout.fillWidth: true
                large: screen.spacious
                text: qsTr("Những gì ông/bà đã khai trên máy này vẫn còn. Trang chính thức đã đóng và quên hết.")
                visible: !screen.filed
            }

            GridLayout {
                Layout.fillWidth: true
                columnSpacing: Size.gap
                columns: screen.portrait || screen.spacious ? 1 : 2
                rowSpacing: screen.spacious ? Size.large : Size.gap
                visible: !screen.filed

                QuietButton {
                    Layout.fillWidth: true
                    large: screen.spacious
                    iconName: "printer"
                    text: screen.model.filledIn ? qsTr("In tờ khai để nộp tại quầy") : qsTr("In giấy hướng dẫn")
                    onClicked: screen.model.printPapers()
                }

                QuietButton {
                    Layout.fillWidth: true
                    large: screen.spacious
                    iconName: "phone"
                    text: qsTr("Nộp bằng điện thoại của tôi")
                    onClicked: screen.model.goOn()
                }
            }

            Words {
                Layout.fillWidth: true
                kind: TypeScale.Chrome
                quiet: true
                spoken: ""
                text: qsTr("Cho nhân viên: %1").arg(screen.model.staff)
                visible: screen.model.staff.length > 0
            }
        }
    }
}
