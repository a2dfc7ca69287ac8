"""Figures, by `./station bench NAME --json`; never asserted in the tests."""
