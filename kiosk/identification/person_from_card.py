"""Which files hold the fields a purpose needs, and which fields came out of the files.

DG13 has every field with diacritics; where it is absent or silent the MRZ of DG1 stands in, and says so. Of DG13 only
the wanted fields are made into text; only wanted fields leave here.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from devices.emrtd.lds.dg1 import parse_dg1
from devices.emrtd.lds.dg2 import parse_dg2
from devices.emrtd.lds.dg13 import DataGroup13, parse_dg13
from devices.emrtd.lds.files import ElementaryFile
from devices.emrtd.mrz import NO_EXPIRY, Mrz
from devices.emrtd.reading import FileRead, FileStatus
from devices.iso7816.errors import MalformedError
from kiosk.person import SEXES, UNLIMITED, Origin, PersonField, PersonRecord, Sourced

MRZ_FIELDS: Final = frozenset(
    {
        PersonField.PERSONAL_NUMBER,
        PersonField.FULL_NAME,
        PersonField.DATE_OF_BIRTH,
        PersonField.SEX,
        PersonField.NATIONALITY,
        PersonField.DATE_OF_EXPIRY,
    }
)
_PROOF: Final = (ElementaryFile.SOD, ElementaryFile.DG14, ElementaryFile.DG15)
_SEXES: Final[Mapping[str, str]] = dict(zip("MF", (text.vi for text in SEXES), strict=True))
_STATES: Final[Mapping[str, str]] = {"VNM": "Việt Nam"}


def files_for(wanted: frozenset[PersonField], *, photo: bool) -> tuple[ElementaryFile, ...]:
    """The files a purpose needs, text first, and those that prove them."""
    text = (ElementaryFile.DG13,) if wanted else ()
    zone = (ElementaryFile.DG1,) if wanted & MRZ_FIELDS else ()
    face = (ElementaryFile.DG2,) if photo else ()
    return (*text, *zone, *_PROOF, *face)


def person_from_files(
    files: Mapping[ElementaryFile, bytes], wanted: frozenset[PersonField]
) -> tuple[PersonRecord, frozenset[ElementaryFile]]:
    """The wanted fields, and the files whose content could not be understood."""
    damaged: set[ElementaryFile] = set()
    values: dict[PersonField, Sourced] = {}
    photo: bytes | None = None
    for file, raw in files.items():
        try:
            match file:
                case ElementaryFile.DG13:
                    values |= _sourced(_from_dg13(parse_dg13(raw, {field.value for field in wanted})), Origin.CHIP)
                case ElementaryFile.DG1:
                    values = _sourced(_from_mrz(parse_dg1(raw)), Origin.MRZ) | values
                case ElementaryFile.DG2:
                    face = parse_dg2(raw)
                    photo = face.data if face else None
                case _:
                    pass
        except MalformedError:
            damaged.add(file)
    fields = {name: values[name] for name in PersonField if name in wanted and name in values}
    return PersonRecord(fields=fields, photo=photo), frozenset(damaged)


def mark_damaged(receipt: tuple[FileRead, ...], damaged: frozenset[ElementaryFile]) -> tuple[FileRead, ...]:
    """The receipt with the files that could not be understood named so."""
    names = {file.name for file in damaged}
    return tuple(replace(line, status=FileStatus.DAMAGED) if line.name in names else line for line in receipt)


def _sourced(values: Mapping[PersonField, str], origin: Origin) -> dict[PersonField, Sourced]:
    tidy = {name: unicodedata.normalize("NFC", value).strip() for name, value in values.items()}
    return {name: Sourced(value=value, origin=origin) for name, value in tidy.items() if value}


def _from_dg13(group: DataGroup13) -> dict[PersonField, str]:
    values = {PersonField(name): text for name, text in group.texts.items()}
    values[PersonField.FATHER] = group.father or ""
    values[PersonField.MOTHER] = group.mother or ""
    values[PersonField.SPOUSE] = ", ".join(group.spouses)
    return values


def _from_mrz(mrz: Mrz) -> dict[PersonField, str]:
    number = mrz.personal_number or ""
    expiry = UNLIMITED.vi if mrz.date_of_expiry == NO_EXPIRY else _date(mrz.date_of_expiry, "20")
    return {
        PersonField.PERSONAL_NUMBER: number,
        PersonField.FULL_NAME: f"{mrz.surname} {mrz.given_names}",
        PersonField.DATE_OF_BIRTH: _date(mrz.date_of_birth, _century(number)),
        PersonField.SEX: _SEXES.get(mrz.sex, ""),
        PersonField.NATIONALITY: _STATES.get(mrz.nationality, mrz.nationality),
        PersonField.DATE_OF_EXPIRY: expiry,
    }


def _century(personal_number: str) -> str:
    """First two digits of the year of birth: the number's fourth digit tells the century."""
    return str(19 + int(personal_number[3]) // 2) if personal_number else ""


def _date(yymmdd: str, century: str) -> str:
    if not century or not yymmdd.isdigit():
        return ""
    return f"{yymmdd[4:]}/{yymmdd[2:4]}/{century}{yymmdd[:2]}"
