"""The audit of the screens."""
