"""Tests of devices/emrtd/lds."""
