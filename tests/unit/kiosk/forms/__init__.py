"""Tests of `kiosk.forms`."""
