import QtQuick
import QtWebEngine

// The first profile begins Chromium. Off the record, and no page ever uses it.
Item {
    WebEngineProfile {
        offTheRecord: true
    }
}
