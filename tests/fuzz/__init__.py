"""Hostile bytes at everything that reads a card; `./station fuzz` runs it, and the tests run a little of it."""
