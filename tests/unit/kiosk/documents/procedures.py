"""Procedures of the baseline pack for the tests of paper, and one made up with the longest texts."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from kiosk.content.fact import Confidence
from kiosk.content.pack import Pack
from kiosk.i18n import Text
from kiosk.paths import assets
from kiosk.procedures.catalogue import Catalogue, read_catalogue
from kiosk.procedures.procedure import Procedure
from tests.unit.kiosk.documents.sheets import LONG_ADDRESS, LONG_NAME


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """The catalogue that ships."""
    return read_catalogue(Pack(assets() / "content"))


def named(procedure_id: str) -> Procedure:
    """One procedure of the catalogue; the test fails when it is gone."""
    procedure = catalogue().get(procedure_id)
    assert procedure is not None
    return procedure


def residence() -> Procedure:
    """Temporary residence."""
    return named("dang-ky-tam-tru")


def vneid() -> Procedure:
    """VNeID level 2."""
    return named("vneid-muc-2")


def longest() -> Procedure:
    """Residence with a name, a place and an unconfirmed fee as long as texts get."""
    procedure = residence()
    name, place = Text(LONG_NAME, LONG_NAME), Text(LONG_ADDRESS, LONG_ADDRESS)
    fees = tuple(msgspec.structs.replace(fee, text=place, confidence=Confidence.LOW) for fee in procedure.fees)
    return msgspec.structs.replace(procedure, name=name, official_name=LONG_ADDRESS, place=place, fees=fees)
