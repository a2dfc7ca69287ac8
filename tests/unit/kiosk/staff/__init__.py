"""The staff side of a station."""
