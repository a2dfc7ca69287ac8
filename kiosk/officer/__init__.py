"""The officer's work: identity check, list check, lodging list, scans of registers; held for one open sign-in only.

Plain values and functions: a card that was read becomes what an officer looks at, a list becomes what it says of a
card. Nothing here writes a file of the station; what is taken along goes to paper or to the officer's own stick.
"""
