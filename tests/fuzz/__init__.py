"""Hostile bytes at everything that reads what cards, devices and other PCs say; the tests run a little of it."""
