"""Playing a visit without hands."""
