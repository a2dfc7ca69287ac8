"""What the value of a setting may look like: as types that msgspec checks, and in words a technician can use.

Free text (names, hours) has no shape. Whether an address answers is the doctor's business.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Final

import msgspec

_NONE: Final = "^$|"
_CODE: Final = r"^\d{5}$"
_PC: Final = r"^[A-Za-z0-9-]{1,20}$"
_ID: Final = r"^[a-z0-9-]{1,60}$"
_PHONE: Final = r"^[0-9 +.,/()-]{0,60}$"
_WEB: Final = r"^https?://[^\s]+$"
_WEB_OR_NONE: Final = _NONE + _WEB
_IPP: Final = r"^(ipps?|https?)://[^\s/]+"
_IPP_OR_NONE: Final = _NONE + _IPP
_FINGERPRINT: Final = r"^$|^[0-9a-f]{64}$"
_HOST: Final = r"^[A-Za-z0-9.:-]{0,253}$"
_FOLDER: Final = r"^/|^[A-Za-z]:[\\/]"
_FOLDER_OR_NONE: Final = _NONE + _FOLDER
_SOURCE: Final = _NONE + r"^https?://[^\s?#]+$|" + _FOLDER
_LEASE: Final = _FOLDER_OR_NONE + r"|^tcp://[^\s/]+:\d{1,5}$"
WORDS: Final = {
    _CODE: "of 5 digits",
    _PC: "of up to 20 letters, digits and hyphens",
    _ID: "of small letters, digits and hyphens",
    _PHONE: "of digits, spaces and + . , / ( ) -, or empty",
    _WEB: "that is an http or https address",
    _WEB_OR_NONE: "that is an http or https address, or empty",
    _IPP: "that is an address such as ipp://printer.local/ipp/print",
    _IPP_OR_NONE: "that is an address such as ipp://printer.local/ipp/print, or empty",
    _FINGERPRINT: "of 64 digits and letters a to f (SHA-256), or empty",
    _HOST: "that is the name of a host, or empty",
    _FOLDER: "that is an absolute folder",
    _FOLDER_OR_NONE: "that is an absolute folder, or empty",
    _SOURCE: "that is an https address, an absolute folder, or empty",
    _LEASE: "that is an absolute file, tcp://host:port, or empty",
}
"""What a pattern means."""

Seconds = Annotated[float, msgspec.Meta(gt=0, le=86_400)]
Port = Annotated[int, msgspec.Meta(ge=1, le=65_535)]
CommuneCode = Annotated[str, msgspec.Meta(pattern=_CODE)]
PcName = Annotated[str, msgspec.Meta(pattern=_PC)]
Id = Annotated[str, msgspec.Meta(pattern=_ID)]
Phone = Annotated[str, msgspec.Meta(pattern=_PHONE)]
WebAddress = Annotated[str, msgspec.Meta(pattern=_WEB)]
WebAddressOrNone = Annotated[str, msgspec.Meta(pattern=_WEB_OR_NONE)]
PrinterAddress = Annotated[str, msgspec.Meta(pattern=_IPP)]
PrinterAddressOrNone = Annotated[str, msgspec.Meta(pattern=_IPP_OR_NONE)]
FingerprintOrNone = Annotated[str, msgspec.Meta(pattern=_FINGERPRINT)]
HostOrNone = Annotated[str, msgspec.Meta(pattern=_HOST)]
Folder = Annotated[str, msgspec.Meta(pattern=_FOLDER)]
FolderOrNone = Annotated[str, msgspec.Meta(pattern=_FOLDER_OR_NONE)]
Source = Annotated[str, msgspec.Meta(pattern=_SOURCE)]
Lease = Annotated[str, msgspec.Meta(pattern=_LEASE)]

_INSIDE: Final = re.compile(r"\[[^\]]*\]")


def expectation(fault: str, key: str, kind: type) -> str:
    """What was expected at `key` of the struct `kind`, from msgspec's own words for the fault."""
    told, _, pattern = fault.partition(" matching regex ")
    if pattern:
        return f"{told} {_BY_REPR.get(pattern, pattern)}"
    if fault.startswith("Invalid enum value"):
        return f"Expected one of {', '.join(choices(key, kind))}, got {fault.removeprefix('Invalid enum value ')}"
    return fault


_BY_REPR: Final[Mapping[str, str]] = {repr(pattern): words for pattern, words in WORDS.items()}


def choices(key: str, kind: type) -> list[str]:
    """The values a key of the struct `kind` may have, where they can be counted."""
    found: Any = msgspec.inspect.type_info(kind)
    for name in _INSIDE.sub("", key).split("."):
        fields = {field.encode_name: field.type for field in getattr(found, "fields", ())}
        found = fields.get(name)
    while hasattr(found, "item_type"):
        found = found.item_type
    match found:
        case msgspec.inspect.EnumType(cls=members):
            return [str(member.value) for member in members]
        case msgspec.inspect.LiteralType(values=values):
            return [str(value) for value in values]
    return []
