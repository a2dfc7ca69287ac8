"""The chip of the virtual card."""
