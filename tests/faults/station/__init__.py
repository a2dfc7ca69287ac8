"""Faults of the station itself: settings, templates, fonts."""
