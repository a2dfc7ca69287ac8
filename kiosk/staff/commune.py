"""The commune of a station, chosen by the technician from the list of today, as settings of `kiosk.toml`.

Names the offices after the commune; phones, counter and opening hours stay as they are, nobody can derive them.
"""

from __future__ import annotations

from kiosk.forms.places import Commune, Province
from kiosk.i18n import Text
from kiosk.settings import centre_of, police_of
from kiosk.toml.editing import Changes

_KINDS = {"xã": "commune", "phường": "ward", "đặc khu": "special zone"}


def commune_name(commune: Commune) -> Text:
    """ "Xã Vân Tụ", "Vân Tụ commune"."""
    kind = _KINDS.get(commune.kind.lower(), "commune")
    return Text("{full}", "{name} {kind}").filled(full=commune.full_name, name=commune.name, kind=kind)


def commune_changes(commune: Commune, province: Province) -> Changes:
    """Code and names in both languages."""
    name = commune_name(commune)
    kind_of_province = "city" if "phố" in province.kind.lower() else "province"
    return {
        "commune": {
            "code": commune.code,
            "name": _both(name),
            "province": {"vi": province.full_name, "en": f"{province.name} {kind_of_province}"},
            "police": _both(police_of(name)),
            "address": _both(centre_of(name)),
        }
    }


def _both(text: Text) -> dict[str, str]:
    return {"vi": text.vi, "en": text.en}
