"""Unit tests of kiosk.documents."""
