"""Bytes of a file to its text. UTF-8 with or without a byte-order mark and either line end is taken (Windows Notepad
writes both); every other encoding is told by its name, with what to do.
"""

from __future__ import annotations

import codecs
from typing import Final

from kiosk.i18n import Text
from kiosk.toml.fault import FileFault, fault

_MARK: Final = "\ufeff"
_UTF_32: Final = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def text_of(source: bytes, file: str) -> str | FileFault:
    """The text, without a mark at its beginning and with line feeds only."""
    if name := _other_encoding(source):
        return fault(file, "", _saved_as(name))
    try:
        text = source.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return fault(file, _place(source, error.start), _NOT_UTF_8)
    for sign, said in ((_MARK, _INNER_MARK), ("\0", _NUL)):
        if sign in text:
            before = text[: text.index(sign)].encode()
            return fault(file, _place(before, len(before)), said)
    text = text.replace("\r\n", "\n")
    if "\r" in text:
        before = text[: text.index("\r")].encode()
        return fault(file, _place(before, len(before)), _LONE_CR)
    return text


def _other_encoding(source: bytes) -> str:
    """The name of an encoding of two or four bytes a letter, by its mark or by the zero bytes of plain letters."""
    if source.startswith(_UTF_32) or (source[:4].count(0) == 3 and len(source) >= 4):
        return "UTF-32"
    pairs = source[:64]
    zeros = max(pairs[0::2].count(0), pairs[1::2].count(0))
    if source.startswith(_UTF_16) or (len(pairs) >= 4 and zeros * 4 > len(pairs)):
        return "UTF-16"
    return ""


def _place(source: bytes, at: int) -> str:
    """Line and column, both from 1, of a byte."""
    before = source[:at].decode("utf-8-sig", "replace").replace("\r\n", "\n")
    return f"line {before.count(chr(10)) + 1}, column {len(before) - before.rfind(chr(10))}"


def _saved_as(name: str) -> Text:
    return Text(
        f"tệp được lưu bằng {name}; xin lưu lại bằng UTF-8",
        f"the file is saved as {name}; save it as UTF-8",
    )


_NOT_UTF_8: Final = Text(
    "chữ ở đây không phải UTF-8 (TCVN3, VNI hay Windows-1258?); xin lưu lại bằng UTF-8",
    "expected UTF-8 text (is it TCVN3, VNI or Windows-1258?); save the file as UTF-8",
)
_INNER_MARK: Final = Text(
    "có dấu BOM (U+FEFF) giữa tệp, như khi ghép hai tệp; xin xóa dấu này",
    "a byte-order mark (U+FEFF) inside the file, as when two files are joined; remove it",
)
_NUL: Final = Text("có ký tự NUL; tệp có thể đã hỏng", "a NUL character; the file may be damaged")
_LONE_CR: Final = Text(
    "dòng kết thúc kiểu máy Mac cũ (chỉ có CR); xin lưu lại với LF hoặc CRLF",
    "a line ends as on an old Mac (CR alone); save the file with LF or CRLF",
)
