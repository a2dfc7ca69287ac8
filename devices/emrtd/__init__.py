"""ICAO Doc 9303-10 and -11: access control, secure messaging, LDS, authentication of chip and data."""
