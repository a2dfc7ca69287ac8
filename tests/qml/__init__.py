"""Single components, rendered offscreen; and the lint of the QML."""
