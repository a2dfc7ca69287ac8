pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style

// Province, then commune, found by typing without marks; then the rest of the address by hand. The lists come in as
// names and the choice goes out as an index, so that no name is compared as a string.
FieldFrame {
    id: picker

    required property var provinces
    required property var communes // of the chosen province
    required property int province
    required property int commune
    readonly property int step: picker.province < 0 ? 0 : picker.commune < 0 ? 1 : 2
    readonly property var names: picker.step === 0 ? picker.provinces : picker.communes

    signal provinceChosen(int index)
    signal communeChosen(int index)
    signal provinceCleared
    signal communeCleared

    function fold(text: string): string {
        return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
    }

    function found(): var {
        const wanted = picker.fold(search.text);
        const all = picker.names.map((name, index) => index);
        return wanted.length === 0 ? all : all.filter(index => picker.fold(picker.names[index]).indexOf(wanted) >= 0);
    }

    onStepChanged: search.text = ""

    RowDelegate {
        Layout.fillWidth: true
        aside: qsTr("Chọn lại")
        iconName: "location"
        leads: false
        text: picker.province >= 0 ? picker.provinces[picker.province] : ""
        visible: picker.province >= 0
        onClicked: picker.provinceCleared()
    }

    RowDelegate {
        Layout.fillWidth: true
        aside: qsTr("Chọn lại")
        iconName: "location"
        leads: false
        text: picker.commune >= 0 ? picker.communes[picker.commune] : ""
        visible: picker.commune >= 0
        onClicked: picker.communeCleared()
    }

    SearchField {
        id: search

        Layout.fillWidth: true
        Layout.maximumWidth: Size.readable
        focus: true
        name: picker.step === 0 ? qsTr("Tìm tỉnh, thành phố") : qsTr("Tìm xã, phường")
        placeholder: picker.step === 0 ? qsTr("Gõ tên tỉnh, thành phố") : qsTr("Gõ tên xã, phường")
        visible: picker.step < 2
    }

    PagedList {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.minimumHeight: Size.touch * 2
        emptyText: qsTr("Không thấy tên này. Ông/bà thử gõ ít chữ hơn.")
        model: picker.step < 2 ? picker.found() : []
        visible: picker.step < 2

        delegate: RowDelegate {
            required property int modelData

            leads: false
            text: picker.names[modelData] ?? ""
            width: ListView.view.width
            onClicked: picker.step === 0 ? picker.provinceChosen(modelData) : picker.communeChosen(modelData)
        }
    }
}
