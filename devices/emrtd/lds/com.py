"""EF.COM: versions and the list of data groups present (ICAO Doc 9303-10 clause 4.6.1).

Not signed, so nothing is decided by it; the SOD names the data groups that count.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from devices.emrtd.lds.files import ElementaryFile
from devices.iso7816 import tlv

LDS_VERSION: Final = 0x5F01
TAG_LIST: Final = 0x5C
_BY_TAG: Final = {file.tag: file for file in ElementaryFile if file.number is not None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Com:
    """Version text (`0107`) and the known files of the tag list; unknown tags are left out."""

    lds_version: str
    files: tuple[ElementaryFile, ...]


def parse_com(raw: bytes) -> Com:
    """`raw` is the whole file: LDS version and the tags of the data groups. Raises `MalformedError`."""
    body = tlv.read_only(raw, ElementaryFile.COM.tag).value
    version = tlv.find(body, LDS_VERSION)
    tags = tlv.need(body, TAG_LIST).value
    return Com(
        lds_version=version.value.decode("ascii", "replace") if version else "",
        files=tuple(_BY_TAG[tag] for tag in tags if tag in _BY_TAG),
    )
