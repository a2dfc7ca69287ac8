"""XML from a device: no document type in any encoding, no entity, no odd charset that is anything but a refusal."""

from __future__ import annotations

import random

import pytest

from devices.xml_message import LONGEST, NotXmlError, number, root_of, text
from tests.fuzz.mutations import mutated

BOMB = '<!DOCTYPE a [<!ENTITY b "{}"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><a><s>&c;</s></a>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "ascii", "latin-1"])
@pytest.mark.parametrize("body", [BOMB.format("x"), OUTSIDE, "<!DOCTYPE a><a/>", '<!DOCTYPE a PUBLIC "x" "y"><a/>'])
def test_a_document_type_is_refused_in_every_encoding(encoding: str, body: str) -> None:
    name = encoding.removesuffix("-sig").removesuffix("-le").removesuffix("-be")
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    for head in ("", f'<?xml version="1.0" encoding="{name}"?>'):
        with pytest.raises(NotXmlError):
            root_of(mark + (head + body).encode(encoding), "a")


ODD = ["x-unknown", "utf-7", "punycode", "idna", "base64", "rot13", "utf-32", "big5", "", "a" * 500, "zlib", "UTF8"]


@pytest.mark.parametrize("charset", ODD)
def test_an_odd_charset_is_utf_8_or_a_refusal_and_never_another_error(charset: str) -> None:
    head = f'<?xml version="1.0" encoding="{charset}"?>'
    try:
        assert text(root_of(f"{head}<a>é</a>".encode(), "a"), "a") == "é"
    except NotXmlError:
        assert charset in ("", "a" * 500)
    for broken in (f"{head}<!DOCTYPE a><a>é</a>".encode(), f"{head}<a>".encode() + b"\xe9\xff</a>"):
        with pytest.raises(NotXmlError):
            root_of(broken, "a")


@pytest.mark.parametrize("charset", ["utf-8", "utf-16", "iso-8859-1", "windows-1252"])
def test_a_common_charset_is_read(charset: str) -> None:
    assert text(root_of(f'<?xml version="1.0" encoding="{charset}"?><a>é</a>'.encode(charset), "a"), "a") == "é"


@pytest.mark.parametrize(
    "message", [b"", b"<a>", b"<b/>", b"<a>&x;</a>", b"\0\0", b"<a/><a/>", b"<a" + b"x" * LONGEST]
)
def test_what_is_not_the_message_is_refused(message: bytes) -> None:
    with pytest.raises(NotXmlError):
        root_of(message, "a")


def test_elements_may_be_in_any_name_space_but_not_in_any_depth() -> None:
    assert number(root_of(b'\r\n<p:a xmlns:p="urn:x"><q xmlns="urn:y">7</q></p:a>', "a"), "q") == 7
    with pytest.raises(NotXmlError):
        root_of(b"<a>" * 150_000, "a")


@pytest.mark.parametrize("said", ["²", "-1", "1e3", "9999999", "", "٣٣٣٣٣٣٣٣"])
def test_what_is_no_small_number_counts_nothing(said: str) -> None:
    assert number(root_of(f"<a>{said}</a>".encode(), "a"), "a") == 0


def test_broken_bytes_make_no_other_error() -> None:
    chance = random.Random(1)
    seeds = [BOMB.format("x").encode("utf-16"), b'<?xml version="1.0" encoding="utf-8"?><a><b>1</b></a>']
    for _ in range(500):
        try:
            root_of(mutated(chance, chance.choice(seeds)), "a")
        except NotXmlError:
            pass
