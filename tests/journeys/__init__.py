"""Whole visits through the real composition root and the real window."""
