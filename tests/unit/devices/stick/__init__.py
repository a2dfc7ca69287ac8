"""Tests of devices.stick without a stick."""
