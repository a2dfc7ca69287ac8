"""Components in a window."""
