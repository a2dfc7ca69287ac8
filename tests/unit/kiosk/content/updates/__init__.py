"""Tests of `kiosk.content.updates`."""
