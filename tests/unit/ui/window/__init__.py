"""What the window shares."""
