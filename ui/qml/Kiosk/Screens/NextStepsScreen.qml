import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// What to do now: three steps and a QR for the phone.
VisitScreen {
    id: screen

    required property NextStepsViewModel model
    readonly property bool crowded: !screen.portrait && (screen.filed || !screen.spacious) && screen.height < Size.high && TypeScale.growth > (screen.filed ? 1.1 : 1.2) // it goes on overleaf
    readonly property bool filed: screen.model.dossier.length > 0
    readonly property int codeSide: {
        if (screen.portrait)
            return Size.mm(screen.filed ? 120 : 165);
        if (screen.filed)
            return Size.mm(screen.spacious ? 90 : 58); // the dossier's number and its printing stand beside it
        return Math.max(Size.mm(70), Math.min(Size.mm(140), screen.height * (screen.spacious ? 0.62 : 0.42)));
    }

    canEnd: false
    heading: screen.filed ? qsTr("Hồ sơ đã nộp qua mạng") : qsTr("Việc cần làm tiếp")
    mainIcon: "check"
    mainText: qsTr("Kết thúc và xóa thông tin")
    place: screen.model.place.length > 0 ? screen.model.place : qsTr("Việc cần làm tiếp")
    onMainAsked: screen.shell.endNow()

    ScrollColumn {
        anchors.fill: parent
        stretched: true

        GridLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            columnSpacing: Size.huge
            columns: screen.portrait || screen.crowded ? 1 : 2
            rowSpacing: Size.large

            ColumnLayout {
                Layout.fillHeight: !screen.portrait
                Layout.fillWidth: true
                Layout.preferredWidth: 2
                spacing: screen.spacious ? Size.huge : screen.filed && !screen.portrait ? Size.small : Size.large

                PageCard {
                    Layout.fillWidth: true
                    title: qsTr("Mã hồ sơ của ông/bà")
                    visible: screen.filed

                    Words {
                        Layout.fillWidth: true
                        color: Colour.accent
                        kind: TypeScale.Title
                        text: screen.model.dossier
                        verbatim: true
                        wrapMode: Text.WrapAnywhere
                    }

                    QuietButton {
                        Layout.fillWidth: true
                        iconName: "printer"
                        text: qsTr("In giấy có mã hồ sơ")
                        onClicked: screen.model.printDossier()
                    }
                }

                NumberedStep {
                    Layout.fillWidth: true
                    large: screen.spacious
                    number: 1
                    text: screen.model.printed ? qsTr("Giữ tờ giấy có mã hồ sơ. Khi hỏi về hồ sơ, ông/bà đọc mã này.") : qsTr("In tờ giấy có mã hồ sơ, hoặc chụp màn hình này bằng điện thoại.")
                    visible: screen.filed
                }

                NumberedStep {
                    Layout.fillWidth: true
                    large: screen.spacious
                    number: 1
                    visible: !screen.filed
                    text: !screen.model.printed ? qsTr("Giấy chưa in ra. Ông/bà chụp lại màn hình này bằng điện thoại.") : screen.model.slip ? qsTr("Đọc phiếu. Chuẩn bị giấy tờ ghi trong phiếu.") : screen.model.declared ? qsTr("Đọc lại tờ khai. Ký tên khi nộp tại quầy.") : qsTr("Đọc giấy hướng dẫn và chuẩn bị giấy tờ.")
                }

                NumberedStep {
                    Layout.fillWidth: true
                    large: screen.spacious
                    number: 2
                    text: screen.model.slip ? qsTr("Mang phiếu đến: %1.").arg(screen.model.where) : screen.model.online ? qsTr("Nộp qua mạng bằng mã QR, hoặc tại: %1.").arg(screen.model.where) : qsTr("Nộp tại: %1.").arg(screen.model.where)
                    visible: screen.model.where.length > 0 && !screen.filed
                }

                NumberedStep {
                    Layout.fillWidth: true
                    large: screen.spacious
                    number: 2
                    text: qsTr("Xem tin nhắn và tài khoản trên Cổng. Nơi tiếp nhận báo thì làm theo.")
                    visible: screen.filed
                }

                NumberedStep {
                    Layout.fillWidth: true
                    large: screen.spacious
                    number: 3
                    text: qsTr("Chờ kết quả: %1.").arg(screen.model.time)
                    visible: screen.model.time.length > 0
                }

                QuietButton {
                    Layout.fillWidth: true
                    large: screen.spacious
                    iconName: "home"
                    text: qsTr("Làm việc khác")
                    onClicked: screen.model.anotherTask()
                }
            }

            ColumnLayout {
                Layout.alignment: Qt.AlignTop | Qt.AlignHCenter
                Layout.fillHeight: screen.portrait
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                spacing: Size.medium
                visible: screen.model.qr.length > 0

                QrView {
                    Layout.alignment: Qt.AlignHCenter
                    Layout.fillHeight: screen.portrait
                    Layout.maximumHeight: screen.portrait ? screen.width * 0.8 : screen.codeSide
                    Layout.preferredHeight: screen.codeSide
                    Layout.preferredWidth: screen.portrait ? height : screen.codeSide
                    label: screen.model.qrLabel
                    rows: screen.model.qr
                }

                Words {
                    readonly property string hint: screen.model.tracked ? qsTr("Quét bằng điện thoại để xem hồ sơ đã tới đâu") : qsTr("Quét bằng điện thoại để mở %1").arg(screen.model.qrLabel)

                    Accessible.name: hint
                    Layout.fillWidth: true
                    horizontalAlignment: Text.AlignHCenter
                    spoken: hint
                    text: TypeScale.tied(hint)
                }
            }
        }
    }
}
