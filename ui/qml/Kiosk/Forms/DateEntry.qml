import QtQuick
import QtQuick.Layouts
import Kiosk.Style

// Day, month, year in three boxes that hand the focus on when full. The value is "dd/mm/yyyy"; a part that is not
// known stays empty ("//1954"). It does not judge: the form's rules do.
FieldFrame {
    id: entry

    required property string value
    property string name: entry.label
    property bool tall: false
    readonly property var parts: (entry.value + "//").split("/")

    signal edited(string value)
    signal accepted

    function collect() {
        const made = [day.typed, month.typed, year.typed].join("/");
        const value = made === "//" ? "" : made;
        if (value !== entry.value)
            entry.edited(value);
    }

    RowLayout {
        spacing: Size.medium

        DatePart {
            id: day

            digits: 2
            faulty: entry.error.length > 0
            given: entry.parts[0]
            name: entry.name
            tall: entry.tall
            word: qsTr("Ngày")
            onAccepted: entry.accepted()
            onChanged: entry.collect()
            onFilled: month.take()
        }

        DatePart {
            id: month

            digits: 2
            faulty: entry.error.length > 0
            given: entry.parts[1]
            name: entry.name
            tall: entry.tall
            word: qsTr("Tháng")
            onAccepted: entry.accepted()
            onChanged: entry.collect()
            onFilled: year.take()
        }

        DatePart {
            id: year

            digits: 4
            faulty: entry.error.length > 0
            given: entry.parts[2]
            name: entry.name
            tall: entry.tall
            word: qsTr("Năm")
            onAccepted: entry.accepted()
            onChanged: entry.collect()
        }
    }
}
