"""Selecting the master file, best effort: chips differ in which form of the command they take, and many in none.

Vietnamese cards answer every form with 6D00 or 6982, which is never fatal (ICAO Doc 9303-10 clause 3.6.1 asks for no
form of it).
"""

from __future__ import annotations

from devices.iso7816.apdu import Response
from devices.iso7816.commands import MASTER_FILE_FORMS
from devices.iso7816.connection import Connection
from devices.iso7816.status_words import SUCCESS


def select_master_file(connection: Connection) -> bool:
    """Whether the chip took one of the forms. Raises what the connection raises."""
    return any(Response.decode(connection.transmit(form.encode())).sw == SUCCESS for form in MASTER_FILE_FORMS)
