"""Keys are changed where they stand; comments, order, blanks and line ends stay as they were typed."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.toml.editing import edited
from kiosk.toml.fault import FileFault

TYPED = """\
# Trạm 2. Gọi anh Hải trước khi sửa.

[printer]  # tầng 1
uri = "ipp://a/ipp/print"   # đổi 3/5
# driver = "simulator"
driver = 'ipp'

[display]
pixels_per_millimetre = 4.0 # thước
"""


def test_one_value_is_changed_and_everything_else_is_as_it_was_typed() -> None:
    new = edited(TYPED.encode(), {"printer": {"uri": "ipp://b/ipp/print", "driver": "ipp"}}, "devices.toml")
    assert new == TYPED.replace("//a/", "//b/").encode()


def test_a_new_key_and_a_new_table_come_after_what_stands_there() -> None:
    changes = {"printer": {"deadline": 30.5}, "sound": {"enabled": False}}
    new = edited(TYPED.encode(), changes, "devices.toml")
    assert isinstance(new, bytes)
    assert [line for line in new.decode().splitlines() if line not in TYPED.splitlines()] == [
        "deadline = 30.5",
        "[sound]",
        "enabled = false",
    ]


def test_what_windows_wrote_keeps_its_line_ends() -> None:
    new = edited(TYPED.replace("\n", "\r\n").encode("utf-8-sig"), {"sound": {"enabled": True}}, "devices.toml")
    assert isinstance(new, bytes)
    assert new.count(b"\n") == new.count(b"\r\n") > 10


SPELLINGS = [
    '[commune]\nname = { vi = "a", en = "b" } # x\n',
    '[commune]\nname.vi = "a" # x\nname.en = "b"\n',
    '[commune.name]\nvi = "a" # x\nen = "b"\n',
    'commune.name.vi = "a" # x\ncommune.name.en = "b"\nvisit.ask_after = 30\n',
    'commune = { code = "1" } # x\n',
    '[a]\n[commune.name]\nvi = "a" # x\nen = "b"\n[a.b]\nx = 1\n[commune.counter]\nvi = "c"\nen = "d"\n',
    "",
]


@pytest.mark.parametrize("source", SPELLINGS)
def test_a_text_is_changed_however_its_table_is_written(source: str) -> None:
    new = edited(source.encode(), {"commune": {"name": {"vi": "Xã", "en": "Commune"}, "code": "17854"}}, "kiosk.toml")
    assert isinstance(new, bytes)
    before, after = tomllib.loads(source), tomllib.loads(new.decode())
    assert after == before | {
        "commune": before.get("commune", {}) | {"name": {"vi": "Xã", "en": "Commune"}, "code": "17854"}
    }
    assert ("# x" in new.decode()) == ("# x" in source)


@pytest.mark.parametrize(
    ("source", "said"),
    [(b"commune = 3\n", "cannot be changed while keeping the rest"), (b"[commune\n", "not TOML"), (b"\xff", "UTF-8")],
)
def test_what_cannot_be_changed_is_said_and_left(source: bytes, said: str) -> None:
    told = edited(source, {"commune": {"code": "17854"}}, "kiosk.toml")
    assert isinstance(told, FileFault)
    assert said in told.expected


@given(st.text(max_size=40), st.sampled_from(SPELLINGS))
def test_any_text_a_person_types_is_read_back(typed: str, source: str) -> None:
    new = edited(source.encode(), {"commune": {"counter": {"vi": typed, "en": typed}}}, "kiosk.toml")
    assert isinstance(new, bytes)
