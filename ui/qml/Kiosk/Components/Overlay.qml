pragma Singleton
import QtQuick
import Kiosk.Style

// What lies over one button at a time, so it is made once and not with every button: the ring of the focus, and the
// guard that makes a double tap one tap.
QtObject {
    id: over

    readonly property FocusRing ring: FocusRing {
        property real corner: 0 // of the button

        radius: corner + Size.focus + Size.focusGap
        shown: parent !== null
    }
    readonly property MouseArea guard: MouseArea {
        anchors.fill: parent
        enabled: over.pause.running
    }
    readonly property Timer pause: Timer {
        interval: Look.doubleTapGuard
    }

    function mark(button: Item, focused: bool, corner: real) {
        if (focused) {
            over.ring.corner = corner;
            over.ring.parent = button;
        } else if (over.ring.parent === button) {
            over.ring.parent = null;
        }
    }

    function tapped(button: Item) {
        over.guard.parent = button;
        over.pause.restart();
    }
}
