"""Print jobs over a `devices.printer` driver: preflight, queue, job monitor.

A print is done only when the printer says the job is completed. This room keeps a document in memory until the
visit ends, so that it can be printed again; it never writes one to a file, and it never waits: the caller polls.
"""

from kiosk.printing.job import PrintProgress, PrintState, Ticket
from kiosk.printing.queue import PrintQueue

__all__ = ["PrintProgress", "PrintQueue", "PrintState", "Ticket"]
