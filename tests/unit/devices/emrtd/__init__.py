"""Tests of devices/emrtd."""
