"""Unit tests of kiosk.printing."""
