import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// The paper of the staff on its way: its name, how far it is, what is in the way, and a way to take it back.
PageCard {
    id: line

    required property StaffPrintingViewModel printing

    function stateWords(): string {
        if (line.printing.failed)
            return qsTr("không in được");
        switch (line.printing.state) {
        case 0:
            return qsTr("đang soạn");
        case Visit.PrintState.DONE:
            return qsTr("đã in xong");
        case Visit.PrintState.PENDING:
        case Visit.PrintState.PRINTING:
            return qsTr("đang in");
        case Visit.PrintState.BUSY:
            return qsTr("chờ máy in xong việc trước");
        case Visit.PrintState.ABORTED:
        case Visit.PrintState.CANCELLED:
            return qsTr("không in được");
        }
        return qsTr("đang chờ máy in");
    }

    visible: line.printing.title.length > 0

    RowLayout {
        Layout.fillWidth: true
        spacing: Size.medium

        Icon {
            readonly property bool done: line.printing.state === Visit.PrintState.DONE
            readonly property bool stopped: !line.printing.busy && !done

            name: done ? "circle-check" : stopped ? "error" : "printer"
            side: Size.mm(9)
            tint: done ? Colour.goodInk : stopped ? Colour.errorInk : Colour.accent
        }

        Words {
            Layout.fillWidth: true
            strong: true
            text: `${line.printing.title}: ${line.stateWords()}`
        }

        QuietButton {
            iconName: "cross"
            text: line.printing.busy ? qsTr("Dừng in") : qsTr("Cất dòng này")
            onClicked: line.printing.cancel()
        }
    }

    Words {
        Layout.fillWidth: true
        text: `${line.printing.trouble} ${line.printing.remedy}`
        visible: line.printing.trouble.length > 0
    }
}
