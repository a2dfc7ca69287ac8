"""The XML a device says: read by expat into elements, never with a document type, whatever its encoding.

A DTD is refused by the parser's own event, so no encoding hides one; without it there are no entities to expand
(XML 1.0 §2.8, §4). Elements are found by local name, because devices differ in name spaces.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET
from xml.parsers import expat

LONGEST = 1_000_000
DEEPEST = 100
Element = ET.Element


class NotXmlError(Exception):
    """Not such a message: too long, broken, in an unknown encoding, too deep, or with a document type."""


def root_of(message: bytes, name: str) -> Element:
    """The root, which has this local name. Raises `NotXmlError`."""
    if len(message) > LONGEST:
        raise NotXmlError("too long")
    start = message.lstrip(b" \t\r\n")
    try:
        root = _read(start, None)
    except (expat.ExpatError, LookupError, ValueError, AssertionError):
        root = _as_utf_8(start)
    if local(root) != name:
        raise NotXmlError(f"not a {name}")
    return root


def _as_utf_8(message: bytes) -> Element:
    """Devices name their encoding "UTF8" or by no name at all; then it is the usual one, or none."""
    try:
        return _read(message, "utf-8")
    except (expat.ExpatError, LookupError, ValueError, AssertionError) as fault:
        raise NotXmlError(type(fault).__name__) from None


def _read(message: bytes, encoding: str | None) -> Element:
    built, depth = ET.TreeBuilder(), 0
    parser = expat.ParserCreate(encoding, "}")
    parser.buffer_text = True

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise NotXmlError("too deep")
        built.start(tag, attributes)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        built.end(tag)

    def refuse(*_: object) -> None:
        raise NotXmlError("a document type")

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, built.data
    parser.StartDoctypeDeclHandler, parser.EntityDeclHandler = refuse, refuse
    parser.Parse(message, True)
    return built.close()


def every(root: Element, *names: str) -> Iterator[Element]:
    """The elements of these local names, `root` among them, in the order of the message."""
    return (element for element in root.iter() if local(element) in names)


def local(element: Element) -> str:
    """The name without its name space."""
    return element.tag.rpartition("}")[2]


def said(element: Element) -> str:
    """Its text, on one line of letters that can be shown."""
    return "".join(each for each in (element.text or "").strip() if each.isprintable())


def text(root: Element, *names: str) -> str:
    """What the first element of these names says; empty where there is none."""
    return next((said(element) for element in every(root, *names)), "")


def number(root: Element, *names: str) -> int:
    """What the first element of these names counts; 0 where it is no number of at most six digits."""
    found = text(root, *names)
    return int(found) if found.isdecimal() and len(found) < 7 else 0
