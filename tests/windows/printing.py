"""Prints a file on a queue of Windows and tells the queues and how that one stood; in the folder's own Python.

python printing.py REPOSITORY FILE QUEUE
"""

from __future__ import annotations

import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, sys.argv[1])
    from devices.printer.windows_queue import WindowsQueuePrinter, windows_queues

    printer = WindowsQueuePrinter(sys.argv[3])
    sys.stdout.write("\n".join([*windows_queues(), printer.status().readiness.value]))
    printer.submit(Path(sys.argv[2]).read_bytes(), job_name="to-thu")
