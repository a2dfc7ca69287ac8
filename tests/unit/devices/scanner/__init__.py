"""Tests of devices.scanner without a scanner."""
