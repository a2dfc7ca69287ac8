"""Finds out what is broken at a station and says what to do; one module a device."""
