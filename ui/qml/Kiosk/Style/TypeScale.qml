pragma Singleton
import QtQuick

// Letters by role, sized by the height of a capital in millimetres (floor for anything a visitor must read:
// 4.8 mm). `chrome`, the top and bottom lines and the small notes, grows less than what is read at length.
QtObject {
    id: type

    // Of words. It stands here: to name a member of the enum of a file that is no singleton takes 0.04 ms each time, and a
    // page has a hundred texts.
    enum Kind {
        Body,
        Lead,
        Heading,
        Title,
        Chrome,
        Staff
    }

    readonly property string family: "Be Vietnam Pro"
    readonly property real capHeight: 0.74 // of the em, measured from the font (tests/qml checks it)
    readonly property real fontHeight: 1.265 // of the em: ascent and descent
    readonly property real leading: 1.13 // times the font's own height: Ẫ is 1.15 em tall and must not touch the line above

    readonly property int step: Look.cramped ? Math.min(1, Look.textSize) : Look.textSize
    readonly property real growth: [1, 1.15, 1.32, 1.5][type.step]
    readonly property real chromeGrowth: [1, 1.06, 1.12, 1.2][type.step]
    readonly property real headingGrowth: [1, 1.08, 1.16, 1.25][type.step]

    readonly property int bodyLine: Math.round(type.body * type.fontHeight) // where an icon stands beside the first line

    readonly property int staff: type.pixels(3.4) // staff screens only
    readonly property int chrome: type.pixels(4.8 * type.chromeGrowth)
    readonly property int body: type.pixels(4.8 * type.growth)
    readonly property int lead: type.pixels(5.4 * type.growth)
    readonly property int button: type.pixels(5.4 * type.growth)
    readonly property int heading: type.pixels(6.4 * type.headingGrowth)
    readonly property int title: type.pixels(8.2 * type.headingGrowth)
    readonly property int digits: type.pixels(9.5)
    readonly property int countdown: type.pixels(30)

    readonly property list<int> sizes: [type.body, type.lead, type.heading, type.title, type.chrome, type.staff] // by Kind

    // A short last word is not left alone on its line, and "ông/bà" is not broken at its stroke; two words that are long
    // together stay apart, or a narrow place would break one of them within. For the eye only: names and what is spoken
    // keep the plain text.
    function tied(text: string): string {
        return text.replace(/\/(?=[^\s\d\/])/g, "/\u2060").replace(/(\S+ (?!.{14})\S+) (\S{1,7})$/, "$1\u00a0$2");
    }

    function pixels(capitalMm: real): int {
        return Math.ceil(capitalMm * Look.pixelsPerMm / type.capHeight);
    }
}
