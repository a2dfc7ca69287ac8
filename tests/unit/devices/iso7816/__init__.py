"""Tests of devices/iso7816."""
