"""The procedures of the shipped pack, decoded once for the tests that go through all of them."""

from __future__ import annotations

from kiosk.procedures.procedure import Procedure
from tests.helpers import shipped

PROCEDURES = [*shipped.PACK.folder("procedures", Procedure).values()]
