pragma Singleton
import QtQuick

// Every length of the product, in pixels made from millimetres of the real screen. Floors: a touch target
// 12.7 mm, 2.5 mm between two targets (issue: the same as VotingWorks' large targets).
QtObject {
    id: size

    readonly property int touch: size.mm(14) // an ordinary target
    readonly property int touchLarge: size.mm(18) // a main action, a row of a list
    readonly property int key: size.mm(13) // a key of the keyboard, close to the floor of 12.7
    readonly property int gap: size.mm(3) // between two targets, close to the floor of 2.5
    readonly property int keyGap: Math.ceil(2.5 * Look.pixelsPerMm)

    readonly property int tiny: size.mm(1)
    readonly property int small: size.mm(2)
    readonly property int medium: size.mm(4)
    readonly property int large: size.mm(6)
    readonly property int huge: size.mm(10)

    readonly property int margin: size.mm(6) // edge of the screen
    readonly property int padding: size.mm(4) // inside a button or a card
    readonly property int radius: size.mm(2.2)
    readonly property int line: Math.max(1, size.mm(0.3))
    readonly property int edge: Math.max(2, size.mm(0.55)) // border of a control
    readonly property int focus: Math.max(3, size.mm(1)) // width of the focus ring
    readonly property int focusGap: Math.max(2, size.mm(0.6))

    readonly property int icon: size.mm(8)
    readonly property int iconLarge: size.mm(12)
    readonly property int readable: size.mm(210) // no line of text is longer
    readonly property int high: size.mm(230) // a lying screen of this height has room for what a low one leaves out

    function mm(millimetres: real): int {
        return Math.round(millimetres * Look.pixelsPerMm);
    }
}
