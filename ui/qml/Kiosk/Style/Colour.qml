pragma Singleton
import QtQuick

// Colour by role. Text on its ground is at least 7:1 in each theme, an edge at least 3:1 (tests/qml measures it).
QtObject {
    id: colour

    readonly property int _theme: Look.theme

    readonly property color paper: colour.pick("#fbf5ea", "#191512", "#000000") // the screen
    readonly property color surface: colour.pick("#fffdf8", "#26201c", "#000000") // cards, fields, rows
    readonly property color sunken: colour.pick("#f1e7d6", "#100d0b", "#000000") // keyboard, bars
    readonly property color pressed: colour.pick("#eadcc4", "#40362f", "#4d4d4d")
    readonly property color ink: colour.pick("#231f1c", "#f7f0e6", "#ffffff")
    readonly property color quiet: colour.pick("#4b423b", "#d6cabd", "#ffffff")
    readonly property color edge: colour.pick("#7d7066", "#a39486", "#ffffff")
    readonly property color hairline: colour.pick("#dccfba", "#4a4038", "#ffffff")

    readonly property color main: colour.pick("#8c1a18", "#9c2320", "#ffe600") // the one main action
    readonly property color mainPressed: colour.pick("#6a100f", "#7c1715", "#fff59a")
    readonly property color mainEdge: colour.pick("#8c1a18", "#f0a297", "#ffe600")
    readonly property color mainLetters: colour.pick("#ffffff", "#ffffff", "#000000")
    readonly property color accent: colour.pick("#8c1a18", "#ffb4a8", "#ffe600") // drawings, marks, headings' stroke
    readonly property color soft: colour.pick("#f3dfc9", "#4a342b", "#000000") // the fill inside drawings

    readonly property color disabled: colour.pick("#e9e0d2", "#332c27", "#000000")
    readonly property color disabledLetters: colour.pick("#4b423b", "#d6cabd", "#ffffff")
    readonly property color focus: colour.pick("#0a4c86", "#8ecbff", "#ffe600")

    readonly property color goodInk: colour.pick("#124a28", "#b6e8c4", "#ffffff")
    readonly property color good: colour.pick("#e3f0e0", "#173322", "#000000")
    readonly property color warnInk: colour.pick("#573600", "#ffdf9e", "#ffffff")
    readonly property color warn: colour.pick("#fdeec8", "#3b2c0c", "#000000")
    readonly property color errorInk: colour.pick("#7c1210", "#ffc9c1", "#ffffff")
    readonly property color error: colour.pick("#fbe5e0", "#43191a", "#000000")
    readonly property color infoInk: colour.pick("#0b3f6e", "#bfe0ff", "#ffffff")
    readonly property color info: colour.pick("#e4eef6", "#14293b", "#000000")
    readonly property color mark: colour.pick("#8c1a18", "#ffb4a8", "#ffe600") // icons of the bands in high contrast
    readonly property color veil: colour.pick("#99231f1c", "#b3000000", "#cc000000") // behind a dialog

    function pick(light: color, dark: color, highContrast: color): color {
        return colour._theme === Look.HighContrast ? highContrast : colour._theme === Look.Dark ? dark : light;
    }
}
