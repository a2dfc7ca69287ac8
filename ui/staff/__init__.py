"""The staff side of the window: a small state of its own, far from the visitor's session."""
