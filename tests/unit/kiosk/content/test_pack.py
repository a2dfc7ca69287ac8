"""Reading a pack: typed values, composed letters, overlays, the kept copy, broken files that harm no other."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import msgspec
import pytest

from kiosk.content.fault import ContentError
from kiosk.content.pack import Pack
from kiosk.i18n import Text


class Price(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    amount: int
    checked: date


class Thing(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    id: str
    code: str | None = None
    name: Text
    price: Price
    phones: tuple[str, ...] = ()


GOOD = """
id = "a"
code = "1.004222"
name.vi = "không"
name.en = "no"
phones = ["113"]
[price]
amount = 5000
checked = 2026-11-23
"""


def write(root: Path, name: str, text: str | bytes) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def test_a_code_and_the_word_khong_stay_texts(tmp_path: Path) -> None:
    write(tmp_path, "things/a.toml", GOOD)
    thing = Pack(tmp_path).folder("things", Thing)["a"]
    assert (thing.code, thing.name.vi, thing.price.checked) == ("1.004222", "không", date(2026, 11, 23))


def test_decomposed_letters_are_composed_at_the_door(tmp_path: Path) -> None:
    write(tmp_path, "things/a.toml", GOOD.replace("không", unicodedata.normalize("NFD", "thường trú")))
    assert Pack(tmp_path).folder("things", Thing)["a"].name.vi == "thường trú"


def test_a_file_saved_by_windows_notepad_is_read(tmp_path: Path) -> None:
    write(tmp_path, "things/a.toml", b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert Pack(tmp_path).folder("things", Thing)["a"].price.amount == 5000


def test_an_overlay_changes_one_value_and_keeps_the_rest(tmp_path: Path) -> None:
    write(tmp_path / "pack", "things/a.toml", GOOD)
    write(tmp_path / "commune", "things/a.toml", 'phones = ["0238 000 000"]\n[price]\namount = 0\n')
    thing = Pack(tmp_path / "pack", overlays=[tmp_path / "commune"]).folder("things", Thing)["a"]
    assert thing.phones == ("0238 000 000",)
    assert thing.price == Price(amount=0, checked=date(2026, 11, 23))


def test_an_overlay_may_add_a_file(tmp_path: Path) -> None:
    write(tmp_path / "commune", "things/b.toml", GOOD)
    assert set(Pack(tmp_path / "pack", overlays=[tmp_path / "commune"]).folder("things", Thing)) == {"b"}


def test_a_broken_overlay_leaves_the_pack_as_it_was(tmp_path: Path) -> None:
    write(tmp_path / "pack", "things/a.toml", GOOD)
    write(tmp_path / "commune", "things/a.toml", 'price = "free"\n')
    pack = Pack(tmp_path / "pack", overlays=[tmp_path / "commune"])
    assert pack.folder("things", Thing)["a"].price.amount == 5000
    assert str(pack.faults[0]).startswith("(overlay) things/a.toml: price: expected a table with `amount`")


def test_a_broken_file_is_left_out_and_the_others_are_read(tmp_path: Path) -> None:
    write(tmp_path, "things/a.toml", GOOD)
    write(tmp_path, "things/b.toml", GOOD.replace("5000", '"5000"'))
    pack = Pack(tmp_path)
    assert set(pack.folder("things", Thing)) == {"a"}
    assert [str(fault) for fault in pack.faults] == [
        "things/b.toml: price.amount: expected a whole number; got “5000”"
    ]


def test_every_unknown_and_missing_key_of_a_file_is_named_at_once(tmp_path: Path) -> None:
    broken = GOOD.replace('name.en = "no"\n', 'colour = "red"\n').replace(
        "checked = 2026-11-23", "cheked = 2026-11-23"
    )
    write(tmp_path, "things/a.toml", broken)
    pack = Pack(tmp_path)
    assert pack.folder("things", Thing) == {}
    assert {(fault.path, fault.expected) for fault in pack.faults} == {
        ("colour", "unknown key; remove it or correct its spelling"),
        ("name.en", "missing translation `en`"),
        ("price.cheked", "unknown key; is it `checked`?"),
        ("price.checked", "missing key; expected a date such as 2026-11-23"),
    }


@pytest.mark.parametrize(
    ("content", "place", "expectation"),
    [
        (
            b"id = \xff",
            "line 1, column 6",
            "expected UTF-8 text (is it TCVN3, VNI or Windows-1258?); save the file as UTF-8",
        ),
        (b"id = \n", "line 1, column 6", "not TOML: Invalid value"),
        (b'id = "a"\nid = "b"\n', "line 2, column 9", "not TOML: Cannot overwrite a value"),
    ],
)
def test_what_is_not_toml_is_named_with_its_place(
    tmp_path: Path, content: bytes, place: str, expectation: str
) -> None:
    write(tmp_path, "things/a.toml", content)
    pack = Pack(tmp_path)
    pack.folder("things", Thing)
    assert [(fault.path, fault.expected) for fault in pack.faults] == [(place, expectation)]


def test_a_needed_file_that_is_absent_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"one\.toml: .*the pack must have this file"):
        Pack(tmp_path).file("one.toml", Thing)


def test_the_kept_copy_gives_the_same_values_and_notices_every_change(tmp_path: Path) -> None:
    write(tmp_path / "pack", "things/a.toml", GOOD)
    first = Pack(tmp_path / "pack", kept=tmp_path / "kept").folder("things", Thing)
    assert (tmp_path / "kept" / "things.msgpack").is_file()
    assert Pack(tmp_path / "pack", kept=tmp_path / "kept").folder("things", Thing) == first
    write(tmp_path / "pack", "things/a.toml", GOOD.replace("5000", "6000"))
    assert Pack(tmp_path / "pack", kept=tmp_path / "kept").folder("things", Thing)["a"].price.amount == 6000


def test_a_parsed_copy_that_came_with_the_program_is_used_as_long_as_it_fits(tmp_path: Path) -> None:
    write(tmp_path / "pack", "things/a.toml", GOOD)
    first = Pack(tmp_path / "pack", kept=tmp_path / "shipped").folder("things", Thing)
    new = Pack(tmp_path / "pack", kept=tmp_path / "kept", shipped=tmp_path / "shipped")
    assert new.folder("things", Thing) == first
    assert not (tmp_path / "kept").exists(), "the files were not read again"
    write(tmp_path / "pack", "things/a.toml", GOOD.replace("5000", "6000"))
    assert new.folder("things", Thing)["a"].price.amount == 6000


@pytest.mark.parametrize("place", [0, 40, 70, -1])
def test_a_damaged_kept_copy_is_ignored(tmp_path: Path, place: int) -> None:
    write(tmp_path / "pack", "things/a.toml", GOOD)
    first = Pack(tmp_path / "pack", kept=tmp_path / "kept").folder("things", Thing)
    kept = tmp_path / "kept" / "things.msgpack"
    content = bytearray(kept.read_bytes())
    content[place] ^= 1
    kept.write_bytes(content)
    assert Pack(tmp_path / "pack", kept=tmp_path / "kept").folder("things", Thing) == first


def test_a_file_too_large_to_be_written_by_hand_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "things/a.toml", GOOD + "#" * 600_000)
    pack = Pack(tmp_path)
    assert pack.folder("things", Thing) == {}
    assert pack.faults[0].expected == "larger than 500 kB; split it"


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "things" / "a.toml").mkdir(parents=True)
    pack = Pack(tmp_path)
    assert pack.folder("things", Thing) == {}
    assert str(pack.faults[0]) == "things/a.toml: cannot be read: Is a directory"


def test_a_folder_that_cannot_be_written_costs_only_time(tmp_path: Path) -> None:
    write(tmp_path / "pack", "things/a.toml", GOOD)
    (tmp_path / "kept").write_text("a file, not a folder")
    assert set(Pack(tmp_path / "pack", kept=tmp_path / "kept").folder("things", Thing)) == {"a"}


@pytest.mark.parametrize(
    ("hostile", "said"),
    [
        (b"[price]\namount = " + b"9" * 5_000, "a number or key of more than 200 characters"),
        (b"a" + b".a" * 20_000 + b" = 1", "tables are nested too deeply"),
        (b"".join(b"k%d = 1\n" % number for number in range(20_000)), "more than 10000 keys"),
        (GOOD.encode("utf-16"), "the file is saved as UTF-16"),
    ],
    ids=["digits", "deep", "keys", "utf-16"],
)
def test_a_hostile_file_of_the_commune_is_named_and_the_pack_lives_on(
    tmp_path: Path, hostile: bytes, said: str
) -> None:
    write(tmp_path / "pack", "things/a.toml", GOOD)
    write(tmp_path / "commune", "things/a.toml", hostile)
    write(tmp_path / "commune", "things/b.toml", GOOD)
    pack = Pack(tmp_path / "pack", overlays=[tmp_path / "commune"], kept=tmp_path / "kept")
    assert set(pack.folder("things", Thing)) == {"a", "b"}
    assert [(fault.file, fault.expected.startswith(said)) for fault in pack.faults] == [
        ("(overlay) things/a.toml", True)
    ]
