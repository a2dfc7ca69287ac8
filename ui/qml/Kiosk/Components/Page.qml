import QtQuick
import Kiosk.Style

// What a page tells the frame round it: where it is, its heading, its main action, the keyboard it needs; and what
// the frame tells it: which button was pressed. It knows no flow, and its size is the middle of the screen.
FocusScope {
    id: page

    required property string place // the service, or where in the product
    property int stepNumber: 0
    property int stepCount: 0
    property list<string> sections // the way by name: what is done, where one is, what comes
    property int section: 0
    property string heading: ""
    property string mainText: "" // empty: this page has no main action
    property string mainIcon: "arrow-right"
    property bool mainEnabled: true
    property bool canGoBack: true
    property bool canGoHome: false
    property bool canEnd: true
    property bool canCallHelp: true
    property bool specimen: false
    property bool staff: false // staff texts are never spoken
    property int keyboard: KeyPanel.None
    readonly property bool portrait: page.Window.height > page.Window.width
    readonly property bool spacious: !page.portrait && page.Window.height > Size.high // lying, with room for larger words

    signal placeHeld // the name of the place was held for two seconds
    signal backAsked
    signal homeAsked
    signal helpAsked
    signal endAsked
    signal mainAsked
    signal readAsked

    function readAloud() {
        page.readAsked();
    }

    Accessible.name: page.heading.length > 0 ? page.heading : page.place
    Accessible.role: Accessible.Pane
    focus: true
}
