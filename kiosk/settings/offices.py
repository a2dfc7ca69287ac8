"""The offices of a commune, named after it where its settings do not name them."""

from __future__ import annotations

import msgspec

from kiosk.i18n import Text
from kiosk.settings.kiosk import CommuneSettings

_KINDS = (" commune", " ward", " special zone")
"""What a commune's English name ends in."""
_POLICE = Text("Công an {within}", "{within} police")
_CENTRE = Text("Trung tâm Phục vụ hành chính công {within}", "{bare} Public Administration Service Centre")


def police_of(name: Text) -> Text:
    """The police of a commune of this name: "Công an xã Vân Tụ"."""
    return _POLICE.filled(within=_within(name))


def centre_of(name: Text) -> Text:
    """The one-stop counter of a commune of this name."""
    bare = next((name.en.removesuffix(kind) for kind in _KINDS if name.en.endswith(kind)), name.en)
    return _CENTRE.filled(within=_within(name), bare=bare)


def _within(name: Text) -> Text:
    small, english = name.vi[:1].lower() + name.vi[1:], name.en
    return Text(small, english)


def with_its_offices(commune: CommuneSettings) -> CommuneSettings:
    """The commune with its offices named after it where they are not given: no station prints another commune's."""
    return msgspec.structs.replace(
        commune,
        police=commune.police if commune.police.vi else police_of(commune.name),
        address=commune.address if commune.address.vi else centre_of(commune.name),
    )
