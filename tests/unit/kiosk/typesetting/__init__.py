"""Unit tests of kiosk.typesetting."""
