"""List models, without a window."""
