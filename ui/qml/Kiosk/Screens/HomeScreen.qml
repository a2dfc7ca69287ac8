import QtQuick
import QtQuick.Layouts
import Kiosk.Components
import Kiosk.Style
import Kiosk.Visit

// The first page: what was left half done, the search, what people here ask most, the ten life events, VNeID and one's
// own card. From here to a procedure is one touch.
VisitScreen {
    id: screen

    required property HomeViewModel model
    readonly property bool crowded: screen.low && (TypeScale.growth > 1.2 || screen.model.unfinished.length > 0 || screen.tight) // it goes on overleaf
    readonly property string look: [Look.language, Look.textSize, Look.sound, screen.width, screen.height].join(" ")
    property bool tight: false // two columns do not fit, and no fold leaves the cards of both whole
    readonly property bool low: !screen.portrait && !(screen.spacious && TypeScale.growth < 1.2)

    canGoBack: false
    heading: qsTr("Ông/bà cần giúp việc gì?")
    place: screen.model.placeName
    onLookChanged: {
        screen.tight = false;
        settled.restart();
    }

    Timer { // when the layouts have settled
        id: settled

        interval: 0
        running: true
        onTriggered: {
            all.foldNow();
            if (all.overflows)
                screen.tight = true;
        }
    }

    ScrollColumn {
        id: all

        anchors.fill: parent
        spacing: screen.low ? Size.gap : Size.medium
        stretched: true
        onOverflowsChanged: settled.restart()

        TouchButton {
            Layout.fillWidth: true
            alignment: Text.AlignLeft
            edge: Colour.accent
            iconName: "arrow-right"
            implicitHeight: Math.max(screen.low ? Size.touch : Size.touchLarge, implicitContentHeight + topPadding + bottomPadding)
            leftPadding: Size.large
            objectName: "resumeButton"
            text: qsTr("Làm tiếp: %1").arg(screen.model.unfinished)
            visible: screen.model.unfinished.length > 0
            onClicked: screen.model.resume()
        }

        GridLayout {
            Layout.fillHeight: false
            Layout.fillWidth: true
            columnSpacing: Size.gap
            columns: screen.portrait || TypeScale.growth > 1.2 ? 2 : 4
            rowSpacing: Size.gap

            SearchDoor {
                Layout.columnSpan: 2
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 2
                implicitHeight: Math.max(screen.portrait ? Size.mm(24) : screen.low ? Size.touch : Size.touchLarge, implicitContentHeight + topPadding + bottomPadding)
                text: qsTr("Tìm theo tên việc")
                onClicked: screen.model.openSearch()
            }

            ActionButton {
                iconName: "phone"
                implicitHeight: Math.max(screen.low ? Size.touch : Size.touchLarge, implicitContentHeight + topPadding + bottomPadding)
                text: qsTr("VNeID")
                onClicked: screen.model.openGuides()
            }

            ActionButton {
                iconName: "card"
                implicitHeight: Math.max(screen.low ? Size.touch : Size.touchLarge, implicitContentHeight + topPadding + bottomPadding)
                text: qsTr("Đọc thẻ của tôi")
                onClicked: screen.model.readCard()
            }
        }

        GridLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            columnSpacing: Size.large
            columns: screen.portrait || screen.crowded ? 1 : 2
            rowSpacing: Size.medium

            HomePopular {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 2
                columns: screen.portrait || screen.low ? 2 : 1
                dense: screen.low
                procedures: screen.model.popular
                onChosen: id => screen.model.openProcedure(id)
            }

            HomeEvents {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 3
                dense: screen.low
                events: screen.model.lifeEvents
                withHints: screen.portrait && TypeScale.growth < 1.2
                onChosen: id => screen.model.openLifeEvent(id)
            }
        }
    }
}
