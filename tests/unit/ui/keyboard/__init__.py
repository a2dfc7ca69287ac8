"""Typing Vietnamese."""
