"""Unit tests of devices.printer."""
