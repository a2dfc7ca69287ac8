"""The province's list of stations: a CSV with a head, one PC a line; every fault with its line.

Columns: `code` and `station` are needed; `phone`, `police_phone`, `opening_hours`, `opening_hours_en`, `counter` and
`counter_en` may be left out or empty. A spreadsheet's semicolons and its byte order mark are taken too.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.counts.station_keys import PC_NAME, pc_name
from kiosk.errors import KioskError
from kiosk.forms.places import Commune, Places, Province
from kiosk.i18n import Text, nfc

NEEDED = ("code", "station")
OPTIONAL = ("phone", "police_phone", "opening_hours", "opening_hours_en", "counter", "counter_en")
LARGEST = 5_000_000
"""Bytes of a list."""
PHONE = re.compile(r"[0-9 +.,/()-]{0,60}")


class StationListError(KioskError):
    """A list that cannot be used; carries every fault, each with its line."""

    def __init__(self, faults: Sequence[Text]) -> None:
        super().__init__("\n".join(f"{fault.vi}\n{fault.en}" for fault in faults))
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedStation:
    """One PC of the list, with the commune that its code means."""

    commune: Commune
    province: Province
    name: str
    """Like may-1."""
    values: Mapping[str, str]
    """The optional columns that are not empty."""

    @property
    def pc_id(self) -> str:
        """Its name up the line, like pc-17842-may-1."""
        return pc_name(self.commune.code, self.name)


def read_stations(path: Path, places: Places) -> tuple[ListedStation, ...]:
    """Every station of the list. Raises `StationListError`, `OSError`."""
    if path.stat().st_size > LARGEST:
        raise StationListError([Text("{path}: tệp quá lớn", "{path}: the file is too large").filled(path=path)])
    try:
        text = nfc(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        raise StationListError([Text("{path}: cần UTF-8", "{path}: expected UTF-8").filled(path=path)]) from fault
    head = text.partition("\n")[0]
    delimiter = ";" if ";" in head else ","
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
    known = {
        commune.code: (commune, province) for province in places.provinces for commune in places.communes(province)
    }
    try:
        if faults := list(_faults_of_head(reader.fieldnames or ())):
            raise StationListError(faults)
        return _stations(reader, known)
    except csv.Error as fault:
        broken = Text("không đọc được như một bảng CSV", "cannot be read as a table in CSV")
        raise StationListError([_at(reader.line_num, broken)]) from fault


def _faults_of_head(columns: Sequence[str]) -> Iterator[Text]:
    for lacking in sorted(set(NEEDED) - set(columns)):
        yield Text("dòng 1: thiếu cột {name}", "line 1: the column {name} is missing").filled(name=lacking)
    for other in sorted(set(columns) - {*NEEDED, *OPTIONAL}):
        yield Text("dòng 1: không biết cột “{name}”", "line 1: no column is called “{name}”").filled(name=other[:40])


def _stations(
    reader: csv.DictReader[str], known: Mapping[str, tuple[Commune, Province]]
) -> tuple[ListedStation, ...]:
    found: dict[str, ListedStation] = {}
    faults: list[Text] = []
    for row in reader:
        line = reader.line_num
        values = {key: (value or "").strip() for key, value in row.items() if isinstance(key, str)}
        wrong = list(_faults_of_row(values, known, found, too_long=None in row))
        faults += [_at(line, fault) for fault in wrong]
        if not wrong:
            commune, province = known[values["code"]]
            given = {key: values[key] for key in OPTIONAL if values.get(key)}
            station = ListedStation(commune=commune, province=province, name=values["station"], values=given)
            found[station.pc_id] = station
    if not found and not faults:
        faults.append(Text("danh sách trống", "the list is empty"))
    if faults:
        raise StationListError(faults)
    return tuple(found.values())


def _faults_of_row(
    values: Mapping[str, str],
    known: Mapping[str, tuple[Commune, Province]],
    found: Mapping[str, ListedStation],
    *,
    too_long: bool,
) -> Iterator[Text]:
    code, name = values["code"], values["station"]
    if too_long:
        yield Text("nhiều ô hơn số cột", "more values than columns")
    if code not in known:
        yield Text("code: không có xã, phường mã “{code}”", "code: no commune has “{code}”").filled(code=code[:20])
    if not PC_NAME.fullmatch(pc_name("00000", name)):
        yield Text(
            "station: cần chữ không dấu, chữ số, gạch nối, tối đa 20; ở đây là “{name}”",
            "station: expected up to 20 letters, digits and hyphens, got “{name}”",
        ).filled(name=name[:30])
    elif pc_name(code, name) in found:
        yield Text("{pc} đã có ở trên", "{pc} stands further up already").filled(pc=pc_name(code, name))
    for key in ("phone", "police_phone"):
        if not PHONE.fullmatch(values.get(key, "")):
            yield Text("{key}: cần số điện thoại", "{key}: expected a telephone number").filled(key=key)


def _at(line: int, fault: Text) -> Text:
    return Text("dòng {line}: {fault}", "line {line}: {fault}").filled(line=line, fault=fault)
