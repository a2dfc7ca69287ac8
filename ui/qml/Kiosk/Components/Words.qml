import QtQuick
import Kiosk.Style

// Text a person reads. `spoken` is what the voice reads instead of it (a masked number, a symbol).
Text {
    id: words

    required text
    property int kind: TypeScale.Body
    property bool quiet: false
    property bool verbatim: false // a person's value or a proper name: the same in every language
    readonly property bool heads: words.kind === TypeScale.Heading || words.kind === TypeScale.Title // what comes below it
    property bool strong: words.heads
    property string spoken: words.text

    Accessible.name: words.text
    Accessible.role: words.heads ? Accessible.Heading : Accessible.StaticText
    bottomPadding: -Math.round(words.font.pixelSize * TypeScale.fontHeight * (TypeScale.leading - 1))
    color: words.quiet ? Colour.quiet : Colour.ink
    font.family: TypeScale.family
    font.pixelSize: TypeScale.sizes[words.kind]
    font.weight: words.strong ? (words.kind === TypeScale.Title ? Font.Bold : Font.DemiBold) : Font.Normal
    lineHeight: TypeScale.leading
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
}
