"""Around the window."""
