"""Addresses in one line, "số 5, xóm 2, Xã Vân Tụ, Tỉnh Nghệ An": put together, taken apart, looked at for old names.

A card shows "thôn, xã, huyện, tỉnh" without words for the units; papers of before 1/7/2025 do too. Taking apart never
changes what was written.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from kiosk.forms.place_names import bare, has_unit_of
from kiosk.forms.places import Commune, Places, Province
from kiosk.i18n import Text

_DISTRICT_WORDS = ("huyen", "quan", "thi xa", "thanh pho", "tp", "tx", "h.", "q.")


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressParts:
    """What an address says, as far as it could be told."""

    detail: str = field(repr=False)
    """House, street, hamlet; the whole text when no province was recognised."""
    commune: Commune | None = None
    """The commune of today; for an old address the one it became, if known."""
    commune_text: str = field(default="", repr=False)
    """The commune as written."""
    province: Province | None = None
    has_district: bool = False
    former_province: str | None = None


def compose(detail: str, commune: str, province: str) -> str:
    """One line of the parts that are there; `commune` and `province` are full names."""
    return ", ".join(part.strip() for part in (detail, commune, province) if part.strip())


def split(text: str, places: Places) -> AddressParts:
    """The parts of one line; empty parts where it does not tell."""
    pieces = [piece.strip() for piece in text.split(",") if piece.strip()]
    province = places.province(pieces[-1]) if pieces else None
    if province is None:
        return AddressParts(detail=text.strip())
    former = None if bare(pieces[-1]) == bare(province.name) else pieces[-1]
    rest = pieces[:-1]
    has_district = bool(rest) and _ends_in_district(rest, province, places)
    district = rest.pop() if has_district else ""
    written = rest.pop() if rest else ""
    commune = places.of_old(written, district, province) if has_district else places.commune(written, province)
    if commune is None and not has_district and not has_unit_of(written, "xa", "phuong", "dac khu"):
        rest, written = [*rest, written] if written else rest, ""
    return AddressParts(
        detail=", ".join(rest),
        commune=commune,
        commune_text=written,
        province=province,
        has_district=has_district,
        former_province=former,
    )


def _ends_in_district(rest: list[str], province: Province, places: Places) -> bool:
    """Some districts and communes share a name: with the old commune in front of it, it is the district."""
    last = rest[-1]
    if has_unit_of(last, "xa", "phuong", "dac khu", "thi tran"):
        return False
    if has_unit_of(last, *_DISTRICT_WORDS):
        return True
    if not places.is_district(last, province):
        return False
    return (len(rest) > 1 and places.of_old(rest[-2], last, province) is not None) or not places.commune(
        last, province
    )


def hint(text: str, places: Places) -> Text | None:
    """What to tell about an address with names of before 1/7/2025; None when there is nothing to tell."""
    parts = split(text, places)
    if parts.province is None:
        return None
    if parts.has_district and parts.commune is not None:
        now = f"{parts.commune.full_name}, {parts.province.full_name}"
        return Text(
            vi=f"Địa chỉ ghi tên cũ. Nay là {now}. Ông/bà kiểm tra lại.",
            en=f"The address has old names. Today it is {now}. Please check.",
        )
    if parts.has_district:
        return Text(
            vi="Địa chỉ ghi cấp huyện, nay không còn. Ông/bà chọn xã hoặc phường mới.",
            en="The address names a district, which no longer exists. Choose the commune or ward of today.",
        )
    if parts.former_province is not None:
        return Text(
            vi=f"Tỉnh này nay thuộc {parts.province.full_name}. Ông/bà kiểm tra lại địa chỉ.",
            en=f"This province is now part of {parts.province.full_name}. Please check the address.",
        )
    return None
