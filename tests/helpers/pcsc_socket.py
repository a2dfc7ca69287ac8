"""Where the PC/SC daemons of this process of tests listen, one after the other.

libpcsclite remembers the name from the first time it is asked for anything, also where no daemon is. So
`tests/conftest.py` says it before any test, and no test ever asks the daemon of the machine it runs on.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Final

FOLDER: Final = Path(tempfile.gettempdir()) / f"kiosk-pcsc-{os.getpid()}"
SOCKET: Final = FOLDER / "pcscd.comm"


def take() -> None:
    """Have libpcsclite look there, in this process and in those it starts."""
    os.environ["PCSCLITE_CSOCK_NAME"] = str(SOCKET)
