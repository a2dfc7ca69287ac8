import QtQuick
import Kiosk.Style

// A printed page as it will come out: an image given by the app, on a sheet with an edge.
Rectangle {
    id: preview

    required property url source
    required property string label // "Tờ khai CT01, trang 1 trên 2"
    property string spoken: preview.label

    Accessible.name: preview.label
    Accessible.role: Accessible.Graphic
    border.color: Colour.edge
    border.width: Size.line
    color: "#ffffff"
    implicitHeight: implicitWidth * 297 / 210
    implicitWidth: Size.mm(70)

    Image {
        anchors.fill: parent
        anchors.margins: preview.border.width
        cache: false // pages carry a person's data
        fillMode: Image.PreserveAspectFit
        mipmap: true
        smooth: true
        source: preview.source
        sourceSize.width: preview.width // shrunk by its provider: the software renderer shrinks badly
    }
}
