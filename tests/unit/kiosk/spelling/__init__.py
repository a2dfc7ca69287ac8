"""Tests of `kiosk.spelling`."""
