pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Forms
import Kiosk.Style
import Kiosk.Visit

// An address: typed as one line, or with province and commune chosen from the lists of today.
ColumnLayout {
    id: answer

    required property AddressBook book
    required property string draft
    required property string error
    required property string name
    property int maximumLength: 300
    property bool choosing: false
    property int province: -1

    signal drafted(string draft)

    function place(province: int, commune: int) {
        answer.choosing = false;
        answer.drafted(answer.book.placed(answer.draft, province, commune));
        entry.nextItemInFocusChain(true).forceActiveFocus();
    }

    spacing: Size.medium

    LongTextEntry {
        id: entry

        Layout.fillWidth: true
        error: answer.error
        label: ""
        maximumLength: answer.maximumLength
        name: answer.name
        value: answer.draft
        visible: !answer.choosing
        onEdited: value => answer.drafted(value)
    }

    QuietButton {
        iconName: "location"
        text: answer.choosing ? qsTr("Tự gõ địa chỉ") : qsTr("Chọn tỉnh, xã")
        onClicked: {
            answer.province = answer.book.provinceOf(answer.draft);
            answer.choosing = !answer.choosing;
        }
    }

    Loader {
        id: lists

        Layout.fillWidth: true
        Layout.preferredHeight: answer.choosing ? Size.touch * 11 : 0
        active: answer.choosing
        visible: answer.choosing
        onLoaded: lists.forceActiveFocus()

        sourceComponent: AddressPicker {
            commune: -1
            communes: answer.book.communes(answer.province)
            label: ""
            province: answer.province
            provinces: answer.book.provinces()
            onCommuneChosen: index => answer.place(answer.province, index)
            onProvinceChosen: index => {
                if (answer.book.communes(index).length > 0)
                    answer.province = index;
                else
                    answer.place(index, -1);
            }
            onProvinceCleared: answer.province = -1
        }
    }
}
