"""Figures, by `./station bench NAME --json`; never asserted in the tests.

They measure what a station runs: `rich` comes with a tool of the developers, the package leaves it out
(pyinstaller.spec), and the log library would load it wherever it finds it.
"""

import sys

sys.modules.setdefault("rich", None)  # type: ignore[arg-type]  # Python's own way to say "not installed"
