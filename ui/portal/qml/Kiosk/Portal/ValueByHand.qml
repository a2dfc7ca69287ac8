pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.PortalLink
import Kiosk.Style

// One value at a time, large, to be typed into the page by hand.
FocusScope {
    id: hand

    required property FilingViewModel portal
    property bool compact: false // one line above the keyboard
    property int place: 0
    readonly property int count: values.count
    readonly property bool any: values.count > 0
    readonly property var now: values.count > 0 ? values.itemAt(Math.min(hand.place, values.count - 1)) as ValueHolder : null

    function after(step: int): var {
        return values.count > hand.place + step ? values.itemAt(hand.place + step) as ValueHolder : null;
    }

    // The value that belongs to the field with the cursor; where nobody knows which it is, the person turns the lines.
    function follow() {
        for (let at = 0; at < values.count; at++) {
            const holder = values.itemAt(at) as ValueHolder;
            if (holder && holder.key === hand.portal.atCursor)
                hand.place = at;
        }
    }

    component ValueHolder: Item {
        required property string key
        required property string says
        required property string value
    }

    implicitHeight: card.implicitHeight
    visible: hand.any
    onCountChanged: hand.follow()

    Connections {
        function onAtCursorChanged() {
            hand.follow();
        }

        target: hand.portal
    }

    Repeater {
        id: values

        model: hand.portal.entries

        ValueHolder {
            visible: false
        }
    }

    ColumnLayout {
        id: card

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Size.small

        Words {
            Layout.fillWidth: true
            text: TypeScale.tied(qsTr("Trang này máy chưa biết. Ông/bà chạm vào ô trên trang rồi gõ theo dòng dưới đây."))
            visible: !hand.compact
        }

        RowLayout {
            Layout.fillWidth: true
            spacing: Size.gap

            QuietButton {
                Accessible.name: qsTr("Dòng trước")
                enabled: hand.place > 0
                iconName: "arrow-left"
                objectName: "valueBefore"
                repeatable: true
                spoken: ""
                text: ""
                onClicked: hand.place -= 1
            }

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Words {
                    Layout.fillWidth: true
                    quiet: true
                    text: hand.now ? `${hand.now.says} (${hand.place + 1}/${hand.count})` : ""
                }

                Words {
                    Layout.fillWidth: true
                    kind: hand.compact ? TypeScale.Heading : TypeScale.Title
                    spoken: ""
                    text: hand.now ? hand.now.value : ""
                    verbatim: true
                }
            }

            QuietButton {
                Accessible.name: qsTr("Dòng tiếp theo")
                enabled: hand.place < hand.count - 1
                iconName: "arrow-right"
                objectName: "valueAfter"
                repeatable: true
                spoken: ""
                text: ""
                onClicked: hand.place += 1
            }
        }

        Words {
            Layout.topMargin: Size.gap
            quiet: true
            text: qsTr("Sau đó:")
            visible: !hand.compact && hand.place < hand.count - 1
        }

        Repeater { // what comes next, so that nobody loses the place
            model: hand.compact ? 0 : 3

            Words {
                required property int index
                readonly property var next: hand.after(index + 1)

                Layout.fillWidth: true
                quiet: true
                text: next ? TypeScale.tied(`${next.says}: ${next.value}`) : ""
                verbatim: true
                visible: next !== null
            }
        }
    }
}
