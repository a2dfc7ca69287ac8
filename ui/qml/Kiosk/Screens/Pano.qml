pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// The notices on a screen that nobody touches: read from across a room, so every length is a part of the screen.
Window {
    id: window

    required property PanoViewModel model
    readonly property bool upright: window.height > window.width
    readonly property real unit: Math.min(window.width, window.height) / 100
    readonly property int gap: Math.round(4 * window.unit)

    function fit() {
        if (!window.model) // it goes before its window
            return;
        window.model.fit(window.width, window.height);
        Look.pixelsPerMm = Math.max(0.6, 100 * window.unit / 270); // as if the shorter side were the kiosk's own
        Look.theme = window.model.strip ? Look.HighContrast : Look.Light; // lamps: what is black is dark, and does not dazzle
    }

    color: Colour.paper
    title: "kiosk-dvc pano"
    Component.onCompleted: window.fit()
    onHeightChanged: Qt.callLater(window.fit)
    onWidthChanged: Qt.callLater(window.fit)

    Loader {
        anchors.fill: parent
        sourceComponent: window.model.strip ? strip : slide
    }

    Timer { // each sheet has its own time, so it begins anew with each
        interval: window.model.seconds * 1000
        repeat: true
        running: true
        onTriggered: window.model.next()
    }

    Component {
        id: strip

        Item {
            PanoText {
                anchors.bottom: parent.bottom
                anchors.left: parent.left
                anchors.margins: Math.max(2, Math.round(window.unit * 4))
                anchors.right: code.visible ? code.left : parent.right
                anchors.top: parent.top
                heading: window.model.heading
                largest: parent.height * 0.42
                smallest: 11
            }

            PanoCode {
                id: code

                anchors.right: parent.right
                anchors.rightMargin: Math.round((parent.height - height) / 2)
                anchors.verticalCenter: parent.verticalCenter
                height: Math.min(parent.height, parent.width / 3)
                model: window.model
                width: height
            }
        }
    }

    Component {
        id: slide

        Item {
            Rectangle { // the place, as on the top line of the kiosk
                id: top

                anchors.left: parent.left
                anchors.right: parent.right
                anchors.top: parent.top
                color: Colour.main
                height: Math.round(11 * window.unit)

                Text {
                    anchors.fill: parent
                    anchors.leftMargin: window.gap
                    anchors.rightMargin: window.gap
                    color: Colour.mainLetters
                    font.family: TypeScale.family
                    font.pixelSize: Math.round(4.8 * window.unit)
                    font.weight: Font.DemiBold
                    fontSizeMode: Text.HorizontalFit
                    minimumPixelSize: 10
                    text: window.model.placeName
                    textFormat: Text.PlainText
                    verticalAlignment: Text.AlignVCenter
                }
            }

            Drawing {
                id: drawing

                anchors.left: parent.left
                anchors.leftMargin: window.gap
                anchors.top: top.bottom
                anchors.topMargin: window.gap
                ground: Colour.paper
                height: window.upright ? Math.round((foot.y - top.height) * 0.4) : foot.y - top.height - 2 * window.gap
                name: window.model.drawing
                width: Math.round(window.upright ? parent.width - 2 * window.gap : parent.width * 0.34)
            }

            PanoText {
                anchors.bottom: foot.top
                anchors.bottomMargin: window.gap
                anchors.left: window.upright ? parent.left : drawing.right
                anchors.leftMargin: window.gap
                anchors.right: parent.right
                anchors.rightMargin: window.gap
                anchors.top: window.upright ? drawing.bottom : top.bottom
                anchors.topMargin: window.gap
                heading: window.model.heading
                largest: 11 * window.unit
                points: window.model.points
                smallest: 10
            }

            Rectangle { // hours and questions on the left, the waiting QR on the right, whatever is shown above
                id: foot

                anchors.bottom: parent.bottom
                anchors.left: parent.left
                anchors.right: parent.right
                color: Colour.sunken
                height: Math.round((window.upright ? 34 : 27) * window.unit)

                PanoText {
                    anchors.bottom: parent.bottom
                    anchors.bottomMargin: Math.round(window.gap / 2)
                    anchors.left: parent.left
                    anchors.leftMargin: window.gap
                    anchors.right: code.visible ? code.left : parent.right
                    anchors.rightMargin: window.gap
                    anchors.top: parent.top
                    anchors.topMargin: Math.round(window.gap / 2)
                    heading: window.model.qrWords
                    largest: 5 * window.unit
                    points: [window.model.openingHours, window.model.hotline].filter(line => line.length > 0)
                    smallest: 9
                }

                PanoCode {
                    id: code

                    anchors.right: parent.right
                    anchors.rightMargin: Math.round((parent.height - height) / 2)
                    anchors.verticalCenter: parent.verticalCenter
                    height: parent.height - window.gap
                    model: window.model
                    width: height
                }
            }
        }
    }
}
