"""What one province decided for itself: shown at its own stations, and at no other.

A procedure may be a province's own (`Procedure.province`); of a procedure for the whole country a fee may be
(`Fee.province`). Both name it without its kind ("Nghệ An"); a station knows its province in full ("Tỉnh Nghệ An").
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from kiosk.i18n import Text
from kiosk.procedures import rule_words
from kiosk.procedures.procedure import Procedure

Found = tuple[str, Text]
"""Key path and expectation."""


def shown_in(procedures: Mapping[str, Procedure], station: str) -> dict[str, Procedure]:
    """The procedures of a station in the province `station`, each with the fees that hold there; by id."""
    kept = {key: procedure for key, procedure in procedures.items() if _holds(procedure.province, station)}
    return {key: _with_fees_of(procedure, station) for key, procedure in kept.items()}


def broken_rules(procedure: Procedure, provinces: Collection[str]) -> Iterator[Found]:
    """A province nobody knows hides what it marks everywhere; `provinces` are the names there are."""
    for path, name in (("province", procedure.province), *_of_fees(procedure)):
        if name and name not in provinces:
            yield path, rule_words.NO_PROVINCE_CALLED.filled(given=name)
    if not procedure.province and all(fee.province for fee in procedure.fees):
        yield "fees", rule_words.FEES_OF_ONE_PROVINCE_ONLY


def _of_fees(procedure: Procedure) -> Iterable[tuple[str, str]]:
    return ((f"fees[{place}].province", fee.province) for place, fee in enumerate(procedure.fees))


def _with_fees_of(procedure: Procedure, station: str) -> Procedure:
    fees = tuple(fee for fee in procedure.fees if _holds(fee.province, station))
    return procedure if fees == procedure.fees else msgspec.structs.replace(procedure, fees=fees)


def _holds(province: str, station: str) -> bool:
    return not province or station == province or station.endswith(f" {province}")
