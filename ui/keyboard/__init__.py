"""Typing Vietnamese: the pure composer, the syllables it must reach, and the typist that enters text."""
