"""Why a list is not taken: each a code of the failure book."""

from __future__ import annotations

from kiosk.errors import KioskError


class ListRefusedError(KioskError):
    """The file is no list this station reads; the officer's file is as it was. `code` tells which."""

    code = "roster.broken"


class ListPasswordError(ListRefusedError):
    """It is encrypted (ECMA-376 agile encryption in a compound file)."""

    code = "roster.password"


class ListOldFormatError(ListRefusedError):
    """Excel 97 to 2003, or another kind of file."""

    code = "roster.old-format"


class ListMacrosError(ListRefusedError):
    """The workbook holds macros, whatever its ending says."""

    code = "roster.macros"


class ListTooLargeError(ListRefusedError):
    """More rows, columns or bytes than a list of people has; also an archive that unpacks to far more than it is."""

    code = "roster.too-large"


class ListEmptyError(ListRefusedError):
    """No rows under a heading were found."""

    code = "roster.empty"
