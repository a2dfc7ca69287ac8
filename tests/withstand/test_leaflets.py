"""Every leaflet that ships, set in every size and both languages."""

from __future__ import annotations

import pytest

from kiosk.documents import LeafletSize, Typesetter, leaflet
from kiosk.i18n import BOTH
from kiosk.settings import read_settings
from tests.helpers import shipped
from tests.helpers.days import TODAY


@pytest.mark.parametrize("size", LeafletSize, ids=lambda size: size.value)
def test_every_leaflet_that_ships_can_be_set(size: LeafletSize) -> None:
    settings, typesetter = read_settings().kiosk, Typesetter()
    for procedure in shipped.catalogue().all():
        made = leaflet(
            typesetter,
            procedure,
            commune=settings.commune,
            portal=settings.portal,
            printed_on=TODAY,
            languages=BOTH,
            size=size,
        )
        assert made.pdf.startswith(b"%PDF"), procedure.id
