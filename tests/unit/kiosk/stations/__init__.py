"""A thousand stations."""
