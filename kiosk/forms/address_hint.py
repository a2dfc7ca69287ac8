"""What to tell a person about an address with names of before 1/7/2025."""

from __future__ import annotations

from functools import reduce
from typing import Final

from kiosk.forms.addresses import AddressParts, split
from kiosk.forms.places import Places, Province
from kiosk.i18n import Text, alike

MOST_NAMED: Final = 4
"""Communes named in one sentence; the others stand in the list to choose from."""
_OR: Final = Text(vi="{one} hoặc {other}", en="{one} or {other}")
_UNKNOWN: Final = Text(
    vi="Địa chỉ ghi tên cũ, nay không còn. Ông/bà chọn xã hoặc phường mới.",
    en="The address has a name that no longer exists. Choose the commune or ward of today.",
)


def hint(text: str, places: Places) -> Text | None:
    """The sentence about this address; None when there is nothing to tell."""
    parts = split(text, places)
    if parts.province is None or not parts.is_old:
        return None
    return _commune_told(parts, parts.province) or _province_told(parts, parts.province) or _UNKNOWN


def _commune_told(parts: AddressParts, province: Province) -> Text | None:
    if parts.commune is not None:
        now = f"{parts.commune.full_name}, {province.full_name}"
        return Text(
            vi="Địa chỉ ghi tên cũ: nơi này nay thuộc {now}. Ông/bà kiểm tra lại.",
            en="The address has old names: today this is {now}. Please check.",
        ).filled(now=now)
    if parts.candidates:
        names = [alike(commune.full_name) for commune in parts.candidates[:MOST_NAMED]]
        named = reduce(lambda said, name: _OR.filled(one=said, other=name), names)
        more = "…" if len(parts.candidates) > MOST_NAMED else ""
        return Text(
            vi="Địa chỉ ghi tên cũ, nay có thể thuộc {named}{more}. Ông/bà chọn nơi đúng.",
            en="The address has an old name; today it may be {named}{more}. Choose the right one.",
        ).filled(named=named, more=more)
    return None


def _province_told(parts: AddressParts, province: Province) -> Text | None:
    if parts.former_province is None or parts.commune_text:
        return None
    return Text(
        vi="Tỉnh này nay thuộc {province}. Ông/bà kiểm tra lại địa chỉ.",
        en="This province is now part of {province}. Please check the address.",
    ).filled(province=province.full_name)
