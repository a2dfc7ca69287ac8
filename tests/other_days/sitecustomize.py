"""What every Python does under `./station days`: it waits by another call.

libfaketime leaves the clock that only counts up alone, as timeouts need it, but refuses a wait that ends at a moment
of that clock (`EINVAL`), and that is how `time.sleep` of Python 3.11 waits.
"""

import select
import time


def _sleep(seconds: float) -> None:
    """Wait so long, by a call that faketime passes on."""
    select.select([], [], [], seconds)


time.sleep = _sleep
