"""Tests of devices.system."""
