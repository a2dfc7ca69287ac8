"""A person at the portal's screen, for tests: looks, taps and types in a process that a test has started.

The hand lives in the same process as the program it uses (`inside`), because offscreen there is no other way in; it
uses only what a person could: what is shown, where it is shown, taps, letters.
"""
