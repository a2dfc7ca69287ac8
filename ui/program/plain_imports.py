"""Python's own import, where PySide6 puts one of its own in the place.

That one reads the source of every module loaded after it, and is asked at every import inside a function too, whether
`from __feature__ import …` stands there. Nothing of ours does that, and the window waits for it: an eighth of the
processor time until it can be made.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 # puts its own in the place


def take_back() -> None:
    """From now on in this process; call it before what it shall spare is imported."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
