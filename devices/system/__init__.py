"""What Linux and Windows do differently, each difference said once: files, folders, locks, places and streams.

No other module asks which system it runs on for these; `tests/architecture/test_systems.py` watches.
"""
