"""The visit, without a window."""
