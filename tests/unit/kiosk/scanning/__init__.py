"""Tests of kiosk.scanning."""
