pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Forms
import Kiosk.Style
import Kiosk.Visit

// An address: province and commune from the lists, found by a few letters, then house, street and hamlet by hand;
// abroad, a country from its list.
// What is chosen stands in one row, so that a low screen with the keyboard up still shows two names.
ColumnLayout {
    id: answer

    required property AddressViewModel address
    required property string error
    required property string hint
    required property int origin
    required property bool wasRead
    readonly property bool roomy: answer.height > Size.mm(90)
    readonly property bool flat: answer.height < Size.mm(60) && answer.width > Size.mm(200) // then the error stands beside the search
    readonly property bool cramped: answer.height < Size.mm(52) // then the field needs the row of the origin, and every gap

    signal asRead
    signal submitted

    function takeFocus() {
        if (!answer.visible)
            return;
        const field = answer.address.choosing ? search : answer.address.typedCommune ? commune : detail;
        field.nextItemInFocusChain(true).forceActiveFocus();
    }

    spacing: answer.flat ? Size.tiny : Size.small
    Component.onCompleted: answer.takeFocus()

    Connections {
        function onChoosingChanged() {
            search.text = "";
            Qt.callLater(answer.takeFocus);
        }

        function onProvinceChanged() {
            search.text = "";
            Qt.callLater(answer.takeFocus);
        }

        target: answer.address
    }

    Words {
        Layout.fillWidth: true
        quiet: true
        text: answer.hint
        visible: answer.hint.length > 0 && (answer.roomy || answer.address.offered)
    }

    Words {
        Accessible.role: Accessible.AlertMessage
        Layout.fillWidth: true
        color: Colour.errorInk
        strong: true
        text: answer.error
        visible: answer.error.length > 0 && !answer.flat
    }

    OriginLine {
        Layout.fillWidth: true
        origin: answer.origin
        visible: (wasRead || (origin > 0 && !answer.cramped)) && !answer.address.choosing
        wasRead: answer.wasRead
        onAsRead: answer.asRead()
    }

    RowLayout {
        Layout.fillWidth: true
        spacing: Size.gap

        QuietButton {
            Accessible.name: qsTr("Đổi %1").arg(answer.address.province)
            iconName: "location"
            spoken: ""
            text: answer.address.province
            verbatim: true
            visible: answer.address.province.length > 0
            onClicked: answer.address.clearProvince()
        }

        QuietButton {
            Accessible.name: qsTr("Đổi %1").arg(answer.address.commune)
            iconName: "location"
            spoken: ""
            text: answer.address.commune
            verbatim: true
            visible: answer.address.commune.length > 0
            onClicked: answer.address.clearCommune()
        }

        FocusScope {
            id: search

            property alias text: field.text

            Layout.fillWidth: true
            implicitHeight: field.implicitHeight
            visible: answer.address.choosing

            SearchField {
                id: field

                anchors.fill: parent
                focus: true
                name: answer.address.abroad ? qsTr("Tìm nước") : answer.address.province.length === 0 ? qsTr("Tìm tỉnh, thành phố") : qsTr("Tìm xã, phường")
                placeholder: answer.flat && answer.error.length > 0 ? qsTr("Gõ tên") : answer.address.abroad ? qsTr("Gõ tên nước") : answer.address.province.length === 0 ? qsTr("Gõ tên tỉnh, thành phố") : qsTr("Gõ tên xã, phường")
                onEdited: text => answer.address.search(text)
            }
        }

        Words {
            Accessible.role: Accessible.AlertMessage
            Layout.fillWidth: !answer.address.choosing
            Layout.maximumWidth: answer.width * (answer.address.choosing ? 0.36 : 1)
            color: Colour.errorInk
            strong: true
            text: answer.error
            visible: answer.error.length > 0 && answer.flat
        }

        Item {
            Layout.fillWidth: true
            visible: !answer.address.choosing
        }
    }

    PagedList {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.minimumHeight: Size.touchLarge
        emptyText: qsTr("Không thấy tên này. Ông/bà thử gõ ít chữ hơn.")
        name: qsTr("Danh sách tên")
        model: answer.address.choosing ? answer.address.names : []
        visible: answer.address.choosing

        delegate: RowDelegate {
            required property string modelData
            required property int index
            readonly property bool touchOnly: true // the keyboard goes through the list with the arrows

            activeFocusOnTab: false

            implicitHeight: Math.max(answer.flat ? Size.touch : Size.touchLarge, implicitContentHeight + topPadding + bottomPadding)
            detail: (answer.address.oldNames[index] ?? "").length > 0 ? qsTr("trước là %1").arg(answer.address.oldNames[index]) : ""
            leads: false
            pointed: activeFocus || (ListView.isCurrentItem && Window.activeFocusItem === ListView.view)
            text: modelData
            verbatim: true
            width: ListView.view.width
            onClicked: answer.address.choose(index)
        }
    }

    TextEntry {
        id: commune

        Layout.fillWidth: true
        label: qsTr("Xã, phường")
        maximumLength: 80
        name: qsTr("Xã, phường")
        value: answer.address.communeText
        visible: answer.address.typedCommune
        onEdited: value => answer.address.setCommuneText(value)
    }

    TextEntry {
        id: detail

        Layout.fillWidth: true
        label: answer.address.abroad ? qsTr("Địa chỉ ở đó") : qsTr("Số nhà, đường, xóm")
        maximumLength: 160
        name: label
        spacing: answer.cramped ? 0 : Size.small
        value: answer.address.detail
        visible: !answer.address.choosing
        onAccepted: answer.submitted()
        onEdited: value => answer.address.setDetail(value)
    }

    Item {
        Layout.fillHeight: true
        visible: !answer.address.choosing && !answer.cramped // its gap alone is what a field needs there
    }
}
