pragma Singleton
import QtQuick

// Durations in milliseconds. With motion off they are 1, so that an animation's end still arrives.
QtObject {
    readonly property bool on: Look.motion
    readonly property int quick: Look.motion ? 120 : 1
    readonly property int page: Look.motion ? 220 : 1
    readonly property int slow: Look.motion ? 900 : 1
    readonly property int drawing: 2400 // one cycle of an explaining drawing; it stands still with motion off
}
