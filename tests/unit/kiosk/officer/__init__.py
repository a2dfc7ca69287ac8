"""The officer's work."""
