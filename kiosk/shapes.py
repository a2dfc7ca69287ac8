"""What the value of a setting may look like: as types that msgspec checks, each with its words for a technician.

Free text (names, hours) has no shape. Whether an address answers is the doctor's business.
"""

from __future__ import annotations

import re
from typing import Annotated, Final

import msgspec

_WEB: Final = r"^https?://[^\s]+$"
_IPP: Final = r"^(ipps?|https?)://[^\s/]+"
_FOLDER: Final = r"^/|^[A-Za-z]:[\\/]"
_NONE: Final = "^$|"


def is_language_code(text: str) -> bool:
    """Whether it is written like a code of ISO 639, such as "vi"."""
    return re.fullmatch(LANGUAGE_CODE, text) is not None


def _shape(pattern: str, vi: str, en: str) -> msgspec.Meta:
    """A pattern with what it means; `kiosk.toml.words` tells it."""
    return msgspec.Meta(pattern=pattern, extra={"vi": vi, "en": en})


Seconds = Annotated[float, msgspec.Meta(gt=0, le=86_400)]
Port = Annotated[int, msgspec.Meta(ge=1, le=65_535)]
CommuneCode = Annotated[str, _shape(r"^\d{5}$", "gồm 5 chữ số", "of 5 digits")]
PcName = Annotated[
    str,
    _shape(
        r"^[A-Za-z0-9-]{1,20}$",
        "gồm tối đa 20 chữ cái không dấu, chữ số và gạch nối",
        "of up to 20 letters, digits and hyphens",
    ),
]
Id = Annotated[
    str,
    _shape(
        r"^[a-z0-9-]{1,60}$",
        "gồm chữ thường không dấu, chữ số và gạch nối",
        "of small letters, digits and hyphens",
    ),
]
LANGUAGE_CODE: Final = r"^[a-z]{2,3}$"
LanguageCode = Annotated[
    str,
    _shape(
        LANGUAGE_CODE, "là mã ngôn ngữ gồm 2 hoặc 3 chữ thường", "that is a language's code of 2 or 3 small letters"
    ),
]
Phone = Annotated[
    str,
    _shape(
        r"^[0-9 +.,/()-]{0,60}$",
        "gồm chữ số, dấu cách và + . , / ( ) -, hoặc để trống",
        "of digits, spaces and + . , / ( ) -, or empty",
    ),
]
WebAddress = Annotated[str, _shape(_WEB, "là địa chỉ http hoặc https", "that is an http or https address")]
WebAddressOrNone = Annotated[
    str,
    _shape(_NONE + _WEB, "là địa chỉ http hoặc https, hoặc để trống", "that is an http or https address, or empty"),
]
PrinterAddress = Annotated[
    str,
    _shape(
        _IPP,
        "là địa chỉ như ipp://printer.local/ipp/print",
        "that is an address such as ipp://printer.local/ipp/print",
    ),
]
PrinterAddressOrNone = Annotated[
    str,
    _shape(
        _NONE + _IPP,
        "là địa chỉ như ipp://printer.local/ipp/print, hoặc để trống",
        "that is an address such as ipp://printer.local/ipp/print, or empty",
    ),
]
FingerprintOrNone = Annotated[
    str,
    _shape(
        r"^$|^[0-9a-f]{64}$",
        "gồm 64 chữ số và chữ a đến f (SHA-256), hoặc để trống",
        "of 64 digits and letters a to f (SHA-256), or empty",
    ),
]
HostOrNone = Annotated[
    str,
    _shape(r"^[A-Za-z0-9.:-]{0,253}$", "là tên một máy chủ, hoặc để trống", "that is the name of a host, or empty"),
]
Host = Annotated[
    str,
    _shape(
        r"^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}$",
        "là tên đầy đủ của một máy chủ, viết thường, không có https://",
        "that is the full name of a host, in small letters, without https://",
    ),
]
Folder = Annotated[str, _shape(_FOLDER, "là đường dẫn đầy đủ của một thư mục", "that is an absolute folder")]
FolderOrNone = Annotated[
    str,
    _shape(
        _NONE + _FOLDER,
        "là đường dẫn đầy đủ của một thư mục, hoặc để trống",
        "that is an absolute folder, or empty",
    ),
]
Source = Annotated[
    str,
    _shape(
        _NONE + r"^https?://[^\s?#]+$|" + _FOLDER,
        "là địa chỉ https, đường dẫn đầy đủ của một thư mục, hoặc để trống",
        "that is an https address, an absolute folder, or empty",
    ),
]
Lease = Annotated[
    str,
    _shape(
        _NONE + _FOLDER + r"|^tcp://[^\s/]+:\d{1,5}$",
        "là đường dẫn đầy đủ của một tệp, tcp://máy:cổng, hoặc để trống",
        "that is an absolute file, tcp://host:port, or empty",
    ),
]
