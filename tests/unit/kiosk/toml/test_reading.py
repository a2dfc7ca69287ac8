"""Every fault of a file at once, with what was expected; exactly where msgspec finds one, and nowhere else."""

from __future__ import annotations

from datetime import date
from enum import Enum
from pathlib import Path
from typing import Annotated, Literal

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from kiosk.i18n import Language, Text
from kiosk.procedures.procedure import Procedure
from kiosk.toml.fault import FileFault, fault_count
from kiosk.toml.parsing import parse
from kiosk.toml.reading import MOST_FAULTS, convert, read, read_file


class Size(Enum):
    SMALL = "small"
    LARGE = "large"


class Price(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    amount: Annotated[int, msgspec.Meta(ge=0, le=1000)]
    checked: date


class Thing(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    id: Annotated[str, msgspec.Meta(pattern="^[a-z]+$", extra={"vi": "gồm chữ thường", "en": "of small letters"})]
    name: Text
    size: Size
    price: Price
    way: Literal["post", "desk"] = "post"
    weight: float = 1.0
    pair: tuple[str, int] = ("", 0)
    parts: tuple[Price, ...] = ()
    said: str | tuple[Text, ...] = ""
    until: date | None = None
    counts: dict[str, int] = {}
    words: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)] = ("x",)
    open: bool = False


TEXT = "a text in both languages, `vi` and `en`"
FACT = "`source`, `checked` (a date such as 2026-11-23), `confidence` (one of high, medium, low)"
SAID = f"{TEXT} or a list, each item a table with {FACT}, `text` ({TEXT})"


def told(source: str, kind: type = Thing) -> dict[str, str]:
    """Key path -> what was expected there, in English."""
    value = read(source.encode(), kind, "a.toml")
    assert isinstance(value, tuple)
    return {fault.path: fault.expected for fault in value}


def test_two_keys_of_a_procedure_are_answered_with_all_that_is_missing() -> None:
    assert told('id = "x"\nlevel = "xa"\n', Procedure) == {
        "level": "expected one of commune, province, ministry, other; got “xa”",
        "official_name": "missing key; expected text",
        "name": f"missing key; expected {TEXT}",
        "summary": f"missing key; expected {TEXT}",
        "group": "missing key; expected text",
        "agency": f"missing key; expected {TEXT}",
        "who": f"missing key; expected {SAID}",
        "filing": "missing key; expected a list, each item one of online, desk, post "
        f"or a table with {FACT}, `way` (one of online, desk, post)",
        "place": f"missing key; expected {SAID}",
        "fees": f"missing key; expected a list, each item a table with {FACT}, `text` ({TEXT})",
        "time_limits": f"missing key; expected a list, each item a table with {FACT}, `text` ({TEXT})",
        "cases": f"missing key; expected a list, each item a table with {FACT}, `id`, `name` ({TEXT}), "
        f"`documents` (a list, each item a table with `id`, `name` ({TEXT}))",
        "portal": f"missing key; expected a table with {FACT}, `name`, `search_url`",
        "status": f"missing key; expected a table with {FACT}",
    }


FILLED = """
id = "x"
official_name = "Tên"
group = "nhom"
level = "commune"
filing = ["desk"]
name = { vi = "a", en = "b" }
summary = { vi = "a", en = "b" }
agency = { vi = "a", en = "b" }
who = { vi = "a", en = "b" }
place = { vi = "a", en = "b" }
fees = [{ source = "a", checked = 2026-11-23, confidence = "low", text = { vi = "a", en = "b" } }]
time_limits = [{ source = "a", checked = 2026-11-23, confidence = "low", text = { vi = "a", en = "b" } }]
cases = [{ source = "a", checked = 2026-11-23, confidence = "low", id = "x", name = { vi = "a", en = "b" }, \
documents = [] }]
portal = { source = "a", checked = 2026-11-23, confidence = "low", name = "a", search_url = "https://a.vn" }
status = { source = "a", checked = 2026-11-23, confidence = "low" }
"""


def test_one_answer_is_enough_to_write_the_whole_procedure() -> None:
    """What the answer above asks for, and nothing else, makes a procedure: one round where there were fourteen."""
    asked = set(told('id = "x"\nlevel = "xa"\n', Procedure)) | {"id"}
    given_keys = {line.partition(" = ")[0] for line in FILLED.strip().splitlines()}
    assert given_keys == asked
    assert isinstance(read(FILLED.encode(), Procedure, "x.toml"), Procedure)


def test_faults_of_every_kind_are_told_together() -> None:
    source = """
id = "A1"
name.vi = "a"
size = "smal"
way = "ship"
weight = "heavy"
pair = ["a"]
parts = [{ amount = 1, checked = 2026-11-23 }, { amount = 2000, chekced = 2026-11-23 }]
said = 3
until = "soon"
words = []
open = 1
colour = "red"
[price]
amount = 1
checked = 2026-11-23
size = "large"
[counts]
a = "b"
"c d" = 1.5
"""
    assert told(source) == {
        "id": "expected text of small letters; got “A1”",
        "name.en": "missing translation `en`",
        "size": "expected one of small, large; got “smal” (is it “small”?)",
        "way": "expected one of desk, post; got “ship”",
        "weight": "expected a number; got “heavy”",
        "pair": "expected a list of 2: text, a whole number; got a list",
        "parts[1].amount": "expected a whole number, at least 0 and at most 1000; got a whole number",
        "parts[1].chekced": "unknown key; is it `checked`?",
        "parts[1].checked": "missing key; expected a date such as 2026-11-23",
        "said": "expected text or a list, each item a text in both languages, `vi` and `en`; got a whole number",
        "until": "expected a date such as 2026-11-23; got “soon”",
        "words": "expected a list of at least 1, each text; got a list",
        "open": "expected true or false; got a whole number",
        "colour": "unknown key; remove it or correct its spelling",
        "price.size": "unknown key here; `size` belongs at the top of the file, before the first [table]",
        "counts.a": "expected a whole number; got “b”",
        'counts."c d"': "expected a whole number; got a decimal number",
    }


def test_each_fault_is_told_in_both_languages() -> None:
    value = read(b'id = "a"\nsize = "big"\nprice = { amount = 1, cheked = 2 }\n', Thing, "a.toml")
    assert isinstance(value, tuple)
    assert [fault.say(Language.VI) for fault in value] == [
        "a.toml: size: cần một trong: small, large; ở đây là “big”",
        "a.toml: price.cheked: khóa lạ; có phải là `checked`?",
        "a.toml: price.checked: thiếu khóa này; cần ngày như 2026-11-23",
        "a.toml: name: thiếu khóa này; cần chữ hai thứ tiếng, `vi` và `en`",
    ]
    assert value[0].in_both().endswith("ở đây là “big” / expected one of small, large; got “big”")


def test_one_fault_is_one_fault() -> None:
    assert [fault_count(number) for number in (1, 2)] == [Text("1 lỗi", "1 fault"), Text("2 lỗi", "2 faults")]


def test_a_fault_that_only_english_has_is_said_in_english() -> None:
    assert FileFault(file="a", path="", expected="b").say(Language.VI) == "a: b"


def test_more_faults_than_anybody_reads_are_cut_with_a_word() -> None:
    value = read("\n".join(f"x{number} = 1" for number in range(9_000)).encode(), Thing, "a.toml")
    assert isinstance(value, tuple)
    assert len(value) == MOST_FAULTS + 1
    assert value[-1].expected == "there are more faults; mend those above first"


def test_a_file_that_is_not_there_a_folder_and_a_device_are_named(tmp_path: Path) -> None:
    for path, expected in (
        (tmp_path / "no.toml", "the file is not there"),
        (tmp_path, "cannot be read: Is a directory"),
        (Path("/dev/zero"), "is not an ordinary file"),
    ):
        value = read_file(path, Thing)
        assert isinstance(value, tuple)
        assert [(fault.file, fault.expected) for fault in value] == [(str(path), expected)]


_LEAVES = (
    st.integers(-2, 1001)
    | st.sampled_from(["a", "A", "small", "post", "2026-11-23", ""])
    | st.booleans()
    | st.floats(0, 2)
    | st.dates()
)
_VALUES = st.recursive(
    _LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["vi", "en", "amount", "checked", "x"]), inner, max_size=3)
    ),
    max_leaves=8,
)
_SOUND = {
    "id": "a",
    "name": {"vi": "a", "en": "b"},
    "size": "small",
    "price": {"amount": 1, "checked": date(2026, 11, 23)},
}


@given(st.dictionaries(st.sampled_from([*Thing.__struct_fields__, "other"]), _VALUES, max_size=3))
def test_faults_are_found_where_msgspec_finds_one_and_nowhere_else(changes: dict[str, object]) -> None:
    tree = _SOUND | changes
    value = convert(tree, Thing, "a.toml")
    try:
        msgspec.convert(tree, Thing, strict=True)
    except msgspec.ValidationError:
        assert isinstance(value, tuple)
        assert value
        assert all(fault.expected_vi for fault in value), "every fault is one of our own words"
    else:
        assert isinstance(value, Thing)


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_no_bytes_break_the_reader(content: bytes) -> None:
    parsed = parse(content, "a.toml")
    if not isinstance(parsed, FileFault):
        assert convert(parsed, Thing, "a.toml")
