"""Libraries without the further ones that they take along wherever these are installed, and that nothing here uses.

structlog loads rich and pygments for coloured tracebacks (7 MB), sqlite_utils numpy for columns that no table of ours
has (13 MB). The packed program has no rich; numpy it needs, once something is scanned. structlog names asyncio
(3 MB with TLS), for coroutines that nothing here calls.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType


@contextmanager
def without(*names: str) -> Iterator[None]:
    """While this lasts a module of these names that nobody has loaded yet is not there; for the imports of a start,
    which one thread makes."""
    hidden = [name for name in names if name not in sys.modules]
    sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]  # None: "import of it halted" (importlib)
    try:
        yield
    finally:
        for name in hidden:
            sys.modules.pop(name, None)


@contextmanager
def hollow(*names: str) -> Iterator[None]:
    """While this lasts a module of these names that nobody has loaded yet is empty: for a library that names it at
    its head and uses it only where nobody goes. Whoever imports it afterwards gets the real one."""
    stand_ins = {name: ModuleType(name) for name in names if name not in sys.modules}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name, stand_in in stand_ins.items():
            if sys.modules.get(name) is stand_in:
                del sys.modules[name]
