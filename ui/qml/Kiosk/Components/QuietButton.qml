import QtQuick

// Any other action: ink on paper with an edge.
TouchButton {
    textWeight: Font.Medium
}
