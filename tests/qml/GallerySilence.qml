import QtQuick
import Kiosk.Components

// The question before a visit ends by itself.
ScreenFrame {
    id: frame

    place: "Trang đầu"

    SilenceDialog {
        parent: frame
        secondsLeft: 27
        visible: true
    }
}
