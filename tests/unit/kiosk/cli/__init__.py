"""Unit tests of kiosk.cli."""
