"""How Vietnamese is spelt: letters and tones, the syllables there are, and words of a name that are none.

It knows rules (Quy định về chính tả, 1984) and no word list. `ui.keyboard` types with it, `kiosk.forms` asks it
before it takes a name.
"""
