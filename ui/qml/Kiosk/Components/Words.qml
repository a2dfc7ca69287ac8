import QtQuick
import Kiosk.Style

// Text a person reads. `spoken` is what the voice reads instead of it (a masked number, a symbol).
Text {
    id: words

    enum Kind {
        Body,
        Lead,
        Heading,
        Title,
        Chrome,
        Staff
    }

    required text
    property int kind: Words.Body
    property bool quiet: false
    property bool verbatim: false // a person's value or a proper name: the same in every language
    property bool strong: words.kind === Words.Heading || words.kind === Words.Title
    property string spoken: words.text

    function pixels(): int { // reads only the size it needs: a binding pays for each it reads
        switch (words.kind) {
        case Words.Body:
            return TypeScale.body;
        case Words.Lead:
            return TypeScale.lead;
        case Words.Heading:
            return TypeScale.heading;
        case Words.Title:
            return TypeScale.title;
        case Words.Chrome:
            return TypeScale.chrome;
        }
        return TypeScale.staff;
    }

    Accessible.name: words.text
    Accessible.role: words.kind === Words.Heading || words.kind === Words.Title ? Accessible.Heading : Accessible.StaticText
    bottomPadding: -Math.round(words.font.pixelSize * TypeScale.fontHeight * (TypeScale.leading - 1))
    color: words.quiet ? Colour.quiet : Colour.ink
    font.family: TypeScale.family
    font.pixelSize: words.pixels()
    font.weight: words.strong ? (words.kind === Words.Title ? Font.Bold : Font.DemiBold) : Font.Normal
    lineHeight: TypeScale.leading
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
}
