pragma Singleton
import QtQuick

// What this person chose (language, text size, colours, sound) and what the screen is (pixels a millimetre).
// The top line changes it, the app listens and calls reset() between two persons.
// An item for Python's sake: to hand it a bare QtObject, PySide makes all its 233 enumerations first, 65 ms of every start.
Item {
    id: look

    enum Theme {
        Light,
        Dark,
        HighContrast
    }

    property real pixelsPerMm: 4
    property bool motion: true
    property int theme: Look.Light
    property int textSize: 0 // 0 to 3
    property bool cramped: false // a keyboard on a low screen: letters grow one step at most
    property int language: 0 // its place in languages; every visit starts in the first
    property var languages: [] // name and invitation of each language of the station, set by the program
    property bool sound: false
    property int volume: 70 // percent
    property bool newTones: false // hoá, thuý instead of hóa, thúy; a setting of the station
    property int doubleTapGuard: 350 // ms in which a second tap on the same place does nothing
    property int speed: 100 // percent of the usual speaking rate

    readonly property int nextLanguage: look.languages.length ? (look.language + 1) % look.languages.length : 0

    function nextTheme() {
        look.theme = (look.theme + 1) % 3;
    }

    function nextTextSize() {
        look.textSize = (look.textSize + 1) % 4;
    }

    function otherLanguage() {
        look.language = look.nextLanguage;
    }

    function reset() {
        look.theme = Look.Light;
        look.textSize = 0;
        look.language = 0;
        look.sound = false;
        look.volume = 70;
        look.speed = 100;
    }
}
