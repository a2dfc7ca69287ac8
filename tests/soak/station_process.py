"""The process that `./station soak` lives through, begun as `run` begins: what is freed is overwritten from the first
moment, before anything else is imported, so that what is measured is the program as it is shipped.

Run with a folder, the number of visits and a seed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from ui.program.freed_memory import overwrite_what_is_freed

if __name__ == "__main__":
    overwrite_what_is_freed()
    from tests.soak.visitors import main

    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
