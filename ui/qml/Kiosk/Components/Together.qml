import QtQuick.Layouts

// What belongs together, such as a label and its value: a long page ends above or below it, never within.
GridLayout {
}
