"""What is no TOML, is in another encoding or beyond every measure is refused with its place."""

from __future__ import annotations

import unicodedata

import pytest

from kiosk.toml.bounds import DEEPEST, LARGEST_FILE, MOST_KEYS
from kiosk.toml.fault import FileFault
from kiosk.toml.parsing import parse

TEXT = 'name = "Đường số 5"\nother = 1\n'


def refused(source: bytes) -> tuple[str, str]:
    """Place and expectation of what is refused, in English; the Vietnamese is there too."""
    found = parse(source, "a.toml")
    assert isinstance(found, FileFault)
    assert found.expected_vi
    return found.path, found.expected


@pytest.mark.parametrize("source", [TEXT.encode(), TEXT.encode("utf-8-sig"), TEXT.replace("\n", "\r\n").encode()])
def test_utf_8_with_and_without_a_mark_and_with_either_line_end_is_read(source: bytes) -> None:
    assert parse(source, "a.toml") == {"name": "Đường số 5", "other": 1}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_an_encoding_of_two_or_four_bytes_a_letter_is_named(encoding: str) -> None:
    name = encoding.upper()[:6]
    assert refused(TEXT.encode(encoding)) == ("", f"the file is saved as {name}; save it as UTF-8")


@pytest.mark.parametrize(
    ("source", "place", "said"),
    [
        ("a = 1\nb = \"Đ".encode() + b'\xd0"\n', "line 2, column 7", "expected UTF-8"),
        (b"a = 1\n\xef\xbb\xbfb = 2\n", "line 2, column 1", "a byte-order mark (U+FEFF) inside the file"),
        (b'a = "1\x00"\n', "line 1, column 7", "a NUL character"),
        (b"a = 1\rb = 2\r", "line 1, column 6", "a line ends as on an old Mac (CR alone)"),
        (b"id = \n", "line 1, column 6", "not TOML: Invalid value"),
        (b"a = 2026-02-30\n", "line 1, column 5", "not TOML: Invalid date or datetime"),
        (b"[a\n", "line 1, column 3", "not TOML: Expected ']'"),
        (b"a = nan\n", "a", "expected a number, not nan or inf"),
        (b"a.b = [1, -inf]\n", "a.b[1]", "expected a number, not nan or inf"),
        (b"a = 0xFFFFFFFFFFFFFFFFFF\n", "a", "the number is too large (more than 64 bits)"),
        (b"a = " + b"9" * 5_000, "line 1", "a number or key of more than 200 characters"),
        (b"\na = 1" + b"_0" * 3_000, "line 2", "a number or key of more than 200 characters"),
        (b"a = 1." + b"0" * 5_000, "line 1", "a number or key of more than 200 characters"),
        (b"a = 0x" + b"F" * 5_000, "line 1", "a number or key of more than 200 characters"),
        (b"a = " + b"[" * 100_000, "line 1", "tables are nested too deeply"),
        (b"a = " + b"{a=" * 5_000, "line 1", "tables are nested too deeply"),
        (b"[a" + b".a" * 20_000 + b"]", "line 1", "tables are nested too deeply"),
        (b"a" + b".a" * 20_000 + b" = 1", "line 1", "tables are nested too deeply"),
        (b"a" + b" . 'a'" * 20_000 + b" = 1", "line 1", "tables are nested too deeply"),
        (b"".join(b"k%d = 1\n" % number for number in range(20_000)), "line 10001", "more than 10000 keys"),
        (b"".join(b"[k%d]\n" % number for number in range(20_000)), "line 10001", "more than 10000 keys"),
        (b"a = {" + b",".join(b"k%d=1" % number for number in range(20_000)) + b"}", "line 1", "more than 10000"),
        (b"#" * (LARGEST_FILE + 1), "", "larger than 500 kB; split it"),
    ],
    ids=lambda value: str(value)[:30],
)  # fmt: skip
def test_what_cannot_be_read_is_named_with_its_place(source: bytes, place: str, said: str) -> None:
    path, expected = refused(source)
    assert path == place
    assert expected.startswith(said)


def test_long_keys_within_each_other_are_refused_too() -> None:
    """Each is within its bound; together they would go deeper than Python does."""
    part = b".".join([b"a"] * DEEPEST)
    source = b"a = " + b"".join(b"{" + part + b"=" for _ in range(DEEPEST - 1)) + b"1" + b"}" * (DEEPEST - 1)
    assert refused(source) == ("", "tables are nested too deeply (more than 20 levels)")


def test_signs_inside_texts_and_comments_are_no_structure() -> None:
    deep, many = "[" * 50 + "." * 50, "=" * (MOST_KEYS + 1)
    source = f"""# {deep} {many} "
a = "{deep} \\" {many}"
b = '{deep} {many}'
c = \"\"\"{deep} "" \\\"\"\"
{many}\"\"\"\"
d = '''{deep} ''
{many}''''
"""
    read = parse(source.encode(), "a.toml")
    assert isinstance(read, dict)
    assert set(read) == set("abcd")


def test_letters_are_composed_in_values_and_keys_also_when_they_were_escaped() -> None:
    source = unicodedata.normalize("NFD", '"đường" = ["ấ", { "ể" = "ộ" }]\n') + 'x = "e\\u0302"\n'
    assert parse(source.encode(), "a.toml") == {"đường": ["ấ", {"ể": "ộ"}], "x": "ê"}


def test_two_spellings_of_one_key_are_refused() -> None:
    source = '[a]\n"ê" = 1\n' + unicodedata.normalize("NFD", '"ê" = 2\n')
    assert refused(source.encode()) == ("a", "one key twice (composed and decomposed)")


@pytest.mark.parametrize(
    "source",
    [
        "a = b", 'a = "b', 'a = "b\n"', "a 1", "[a", "[[a]", "a = 1 b", "a = 1\na = 2", "[a]\n[a]", "a = {}\na.b = 1",
        "a = [1]\n[[a]]", "a = {b = 1, b = 2}", "a = [1", "a = {b = 1", "a = '''b", 'a = """b', 'a = "C:\\dir"',
        "= 1", "a.=1", "tên = 1", "a = 2026-02-30", 'a = "\\u12"', "a = 'b\x01'", "a = 1\n}", "[a]\nb = 1\n[a.b]",
    ],
)  # fmt: skip
def test_what_somebody_typing_gets_wrong_is_told_in_vietnamese(source: str) -> None:
    told = parse(source.encode(), "a.toml")
    assert isinstance(told, FileFault)
    english = told.expected.removeprefix("not TOML: ")
    assert english not in told.expected_vi
    assert told.expected_vi.startswith("không đúng cách viết TOML: ")
