"""The Logical Data Structure (ICAO Doc 9303-10): one module per elementary file, bytes in, frozen dataclass out."""
