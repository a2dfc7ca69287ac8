"""What the systems' pipes can do."""

from __future__ import annotations

import sys
from typing import Final

CAN_BE_WAITED_FOR: Final = sys.platform != "win32"
"""Whether an answer through a pipe can be given a deadline: select(2) of Windows knows sockets only."""
