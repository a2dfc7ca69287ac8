import QtQuick

// What most visits never see: made when it is first needed, and kept.
Loader {
    id: loader

    required property bool needed

    active: false
    visible: loader.needed
    onNeededChanged: loader.active = loader.active || loader.needed
    Component.onCompleted: loader.active = loader.needed
}
