"""The copy within the officer's own workbook: fonts, widths, merged cells and other sheets stay, columns come in.

Only the sheet of the list is rewritten, row by row as it streams by (ISO/IEC 29500-1 §18.3.1), every other part goes
over as it is. No formula goes along, in any sheet or table: its last result stays in the cell. A workbook with parts
that could fetch or run something (links to others, connections, embedded objects) is not taken: `None`, and the plain
copy of `copying` serves. Text between tags is never looked at, only tags and places; who calls this reads the result
back and compares, because the file comes from anywhere.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import IO, Final

from devices.xml_message import Element, NotXmlError, local, root_of
from kiosk.officer.roster.sheet_xml import column_number, text_cell

CHUNK: Final = 1 << 20
LONGEST_HEAD: Final = 1 << 20
WIDTH: Final = 28
"""Of an added column, in letters."""
_KNOWN: Final = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/[^/]+|customXml/(?:_rels/)?[^/]+"
    r"|xl/(?:workbook|styles|sharedStrings|calcChain|metadata)\.xml|xl/_rels/workbook\.xml\.rels"
    r"|xl/(?:worksheets|chartsheets|drawings|charts|tables|theme|comments|threadedComments|persons)"
    r"(?:/_rels)?/[^/]+\.(?:xml|rels|vml)|xl/comments\d*\.xml|xl/media/[^/]+|xl/printerSettings/[^/]+\.bin"
)
_CHAIN: Final = re.compile(rb"<(?:\w+:)?(?:Override|Relationship)\b[^>]*calcChain[^>]*/>")
_FORMULA: Final = re.compile(
    rb"<((?:\w+:)?)(f|calculatedColumnFormula|totalsRowFormula)\b[^>]*?(?:/>|>.*?</\1\2>)", re.DOTALL
)
_ROW: Final = re.compile(rb"<((?:\w+:)?)row\b([^>]*?)(?:/>|>(.*?)</\1row>)", re.DOTALL)
_CELL: Final = re.compile(rb"<((?:\w+:)?)c\b([^>]*?)(?:/>|>.*?</\1c>)", re.DOTALL)
_ROW_PLACE: Final = re.compile(rb'\br="(\d+)"')
_CELL_PLACE: Final = re.compile(rb'\br="([A-Z]{1,3})\d+"')
_STYLE: Final = re.compile(rb'\bs="\d+"')
_SPANS: Final = re.compile(rb'\sspans="[^"]*"')
_DIMENSION: Final = re.compile(rb"<(?:\w+:)?dimension\b[^>]*/>")
_LAST_COLUMN: Final = re.compile(rb'<(?:\w+:)?col\b[^>]*?\bmax="(\d+)"')
_DATA: Final = re.compile(rb"<((?:\w+:)?)sheetData\b")
_NOT_PLAIN: Final = re.compile(r"[()\[\]|]")


class _NotKeptError(Exception):
    """This workbook is written otherwise than this module understands."""


def copy_within(data: bytes, sheet: str, width: int, added: Mapping[int, Sequence[str]]) -> bytes | None:
    """The workbook with texts in the columns from `width` on, by row from 0; None where it cannot be kept."""
    made = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
            place = _part_of(old, sheet)
            for part in old.infolist():
                if part.filename != "xl/calcChain.xml":
                    with old.open(part) as source, new.open(part.filename, "w", force_zip64=True) as target:
                        for piece in _pieces(part.filename, source, width, added if part.filename == place else {}):
                            target.write(piece)
    except (_NotKeptError, NotXmlError, zipfile.BadZipFile, KeyError, ValueError):
        return None
    return made.getvalue()


def _part_of(archive: zipfile.ZipFile, sheet: str) -> str:
    """The part that holds the sheet of that name. Raises `_NotKeptError`."""
    if not all(_KNOWN.fullmatch(name) or name.endswith("/") for name in archive.namelist()):
        raise _NotKeptError
    book = root_of(archive.read("xl/workbook.xml"), "workbook")
    if any(_NOT_PLAIN.search(name.text or "") for name in _all(book, "definedName")):
        raise _NotKeptError
    wanted = {_relation(each) for each in _all(book, "sheet") if each.get("name") == sheet}
    relations = root_of(archive.read("xl/_rels/workbook.xml.rels"), "Relationships")
    targets = [each.get("Target", "") for each in _all(relations, "Relationship") if each.get("Id") in wanted]
    if len(targets) != 1:
        raise _NotKeptError
    return targets[0].removeprefix("/") if targets[0].startswith("/") else f"xl/{targets[0]}"


def _all(root: Element, name: str) -> Iterator[Element]:
    return (each for each in root.iter() if local(each) == name)


def _relation(sheet: Element) -> str:
    return next((value for key, value in sheet.attrib.items() if key.endswith("}id")), "")


def _pieces(name: str, source: IO[bytes], width: int, added: Mapping[int, Sequence[str]]) -> Iterator[bytes]:
    """One part as it goes over."""
    if name.startswith("xl/worksheets/") and name.endswith(".xml"):
        yield from _sheet(source, width, added)
    elif name.startswith("xl/tables/"):
        yield _FORMULA.sub(b"", source.read())
    elif name in ("[Content_Types].xml", "xl/_rels/workbook.xml.rels"):
        yield _CHAIN.sub(b"", source.read())
    else:
        while chunk := source.read(CHUNK):
            yield chunk


def _sheet(source: IO[bytes], width: int, added: Mapping[int, Sequence[str]]) -> Iterator[bytes]:
    """Head, rows and tail of a sheet; a piece ends behind a row."""
    held = b""
    while not (data := _DATA.search(held)):
        chunk = source.read(CHUNK)
        if not chunk or len(held) > LONGEST_HEAD:
            raise _NotKeptError
        held += chunk
    head, held = held[: data.start()], held[data.start() :]
    yield _with_columns(head, data[1], width, max(map(len, added.values()))) if added else head
    change = _changing(width, added)
    while True:
        whole = held.rfind(b"row>") + 4 if b"row>" in held else 0
        yield _ROW.sub(change, held[:whole])
        held = held[whole:]
        chunk = source.read(CHUNK)
        if not chunk:
            break
        held += chunk
    yield _ROW.sub(change, held)


def _with_columns(head: bytes, prefix: bytes, width: int, more: int) -> bytes:
    """What stands before the rows, with wide columns for the new texts where no other rule holds for these."""
    head = _DIMENSION.sub(b"", head)
    if any(int(last) > width for last in _LAST_COLUMN.findall(head)):
        return head
    column = b'<%scol min="%d" max="%d" width="%d" customWidth="1"/>' % (prefix, width + 1, width + more, WIDTH)
    end = b"</%scols>" % prefix
    if end in head:
        return head.replace(end, column + end)
    return head + b"<%scols>%s</%scols>" % (prefix, column, prefix)


def _changing(width: int, added: Mapping[int, Sequence[str]]) -> Callable[[re.Match[bytes]], bytes]:
    def change(row: re.Match[bytes]) -> bytes:
        place = _ROW_PLACE.search(row[2])
        if place is None and added:
            raise _NotKeptError
        texts = added.get(int(place[1]) - 1) if place else None
        if texts is None:
            return _FORMULA.sub(b"", row[0])
        prefix, attributes, cells = row[1], _SPANS.sub(b"", row[2]).rstrip(), _FORMULA.sub(b"", row[3] or b"")
        inside = _with_cells(cells, prefix, int(place[1]) - 1 if place else 0, width, texts)
        return b"<%srow%s>%s</%srow>" % (prefix, b" " + attributes.lstrip(), inside, prefix)

    return change


def _with_cells(cells: bytes, prefix: bytes, row: int, width: int, texts: Sequence[str]) -> bytes:
    """The cells of one row, blank ones in the new columns replaced; the new ones look as their neighbour does."""
    before, behind, style = b"", b"", b""
    for cell in _CELL.finditer(cells):
        place = _CELL_PLACE.search(cell[2])
        if place is None:
            raise _NotKeptError
        column = column_number(place[1])
        if column < width:
            before += cell[0]
            found = _STYLE.search(cell[2])
            style = b" " + found[0] if found else b""
        elif column >= width + len(texts):
            behind += cell[0]
    new = (
        text_cell(row, width + place, text, prefix=prefix, style=style) for place, text in enumerate(texts) if text
    )
    return before + b"".join(new) + behind
