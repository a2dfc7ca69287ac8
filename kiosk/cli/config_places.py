"""Whether the commune of the settings is one: its code, its name and its province belong together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from kiosk.forms.places import Commune, Places, Province
from kiosk.i18n import Text, fold
from kiosk.settings import CommuneSettings, Settings
from kiosk.toml.fault import FileFault, fault

_NO_CODE = Text("không xã, phường nào có mã này", "no commune has this code")
_NAME = Text("mã {code} là {name}", "code {code} is {name}")
_PROVINCE = Text("{name} thuộc {province}", "{name} belongs to {province}")
_OF_ANOTHER = Text("còn nhắc tên xã mẫu “{name}”", "still names the commune of the example, “{name}”")
_TEXTS = ("police", "address", "counter", "opening_hours")


def misplaced(settings: Settings, shipped: CommuneSettings, places: Places) -> Iterator[FileFault]:
    """What of `[commune]` cannot be: a code that no commune has, a name or province that is not the code's, and texts
    in which the `shipped` example is still named."""
    own, files = settings.kiosk.commune, settings.origins
    found = _by_code(own.code, places, own.province.vi)
    if found is None:
        yield _at(files, "code", _NO_CODE)
        return
    commune, province = found
    if not _same(own.name.vi, commune.full_name):
        yield _at(files, "name", _NAME.filled(code=own.code, name=commune.full_name))
    if places.province(own.province.vi) != province:
        yield _at(files, "province", _PROVINCE.filled(name=commune.full_name, province=province.full_name))
    if own.code != shipped.code:
        example = _by_code(shipped.code, places, shipped.province.vi)
        bare = example[0].name if example else shipped.name.vi
        for key in _TEXTS:
            if fold(bare) in fold(getattr(own, key).vi) and fold(bare) not in fold(own.name.vi):
                yield _at(files, key, _OF_ANOTHER.filled(name=bare))


def _by_code(code: str, places: Places, likely: str) -> tuple[Commune, Province] | None:
    """The commune of a code, looked for in the province called `likely` first: each other one is a file to read."""
    first = places.province(likely)
    for province in sorted(places.provinces, key=lambda province: province != first):
        for commune in places.communes(province):
            if commune.code == code:
                return commune, province
    return None


def _same(written: str, name: str) -> bool:
    return written.casefold() == name.casefold()


def _at(files: Mapping[str, Path], key: str, expected: Text) -> FileFault:
    known = (files.get(f"kiosk.toml.commune.{name}") for name in (key, f"{key}.vi", "code"))
    return fault(str(next(file for file in known if file)), f"commune.{key}", expected)
