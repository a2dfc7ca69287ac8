import QtQuick
import Kiosk.Components
import Kiosk.Visit

// The waiting QR, where a telephone can tell its modules apart.
QrView {
    required property PanoViewModel model

    label: model.qrWords
    rows: model.qr
    visible: module >= 3
}
