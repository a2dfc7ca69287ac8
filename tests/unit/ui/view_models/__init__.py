"""View models, without a window."""
