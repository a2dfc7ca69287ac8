"""Tests of kiosk.identification."""
