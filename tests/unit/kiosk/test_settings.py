"""Settings: the shipped files decode, and every fault names file, key and expectation."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from kiosk import paths
from kiosk.errors import FaultyFileError, KioskError
from kiosk.settings import DeviceSettings, KioskSettings, read_settings


def keys_of(table: dict[str, Any], at: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Every leaf key of a decoded TOML table."""
    found: list[tuple[str, ...]] = []
    for key, value in table.items():
        found += keys_of(value, (*at, key)) if isinstance(value, dict) else [(*at, key)]
    return found


def refusal(overrides: Path) -> str:
    """What is said of faulty settings, in English, a fault a line."""
    with pytest.raises(FaultyFileError) as fault:
        read_settings(overrides=overrides)
    return "\n".join(map(str, fault.value.faults))


def shipped_keys() -> list[tuple[str, tuple[str, ...]]]:
    """(file, key path) of every shipped setting."""
    return [
        (name, key)
        for name in ("kiosk.toml", "devices.toml")
        for key in keys_of(tomllib.loads((paths.shipped_config() / name).read_text(encoding="utf-8")))
    ]


def test_the_shipped_settings_decode(tmp_path: Path) -> None:
    settings = read_settings(overrides=tmp_path)
    assert settings.kiosk.visit.ask_after == 60
    assert set(settings.origins.values()) <= {paths.shipped_config() / n for n in ("kiosk.toml", "devices.toml")}


def test_an_override_changes_one_key_and_says_where_it_came_from(tmp_path: Path) -> None:
    (tmp_path / "kiosk.toml").write_text("[visit]\nask_after = 30.0\n")
    settings = read_settings(overrides=tmp_path)
    assert settings.kiosk.visit.ask_after == 30
    assert settings.kiosk.visit.end_after == 30
    assert settings.origins["kiosk.toml.visit.ask_after"] == tmp_path / "kiosk.toml"
    assert settings.origins["kiosk.toml.visit.end_after"] != tmp_path / "kiosk.toml"


def typed_keys() -> Iterator[tuple[str, str, Any]]:
    """(file, key, type) of every value the typed settings hold, found in the types themselves."""
    for name, kind in (("kiosk.toml", KioskSettings), ("devices.toml", DeviceSettings)):
        for key, inside in _leaves(msgspec.inspect.type_info(kind), ()):
            yield name, ".".join(key), inside


def _leaves(kind: Any, at: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    if isinstance(kind, msgspec.inspect.Metadata):
        kind = kind.type
    if not isinstance(kind, msgspec.inspect.StructType):
        yield at, kind
        return
    for field in kind.fields:
        yield from _leaves(field.type, (*at, field.encode_name))


def faulty(kind: Any) -> Iterator[str]:
    """TOML of values that this type may not have: of other kinds, beyond each limit, of another shape."""
    yield "1979-05-27T07:32:00Z"  # no setting is a moment in time
    yield "{ a = 1 }"
    match kind:
        case msgspec.inspect.StrType(pattern=pattern):
            yield from ("3", "true", '["x"]')
            if pattern:
                assert not re.search(pattern, "?? một\t??")
                yield '"?? một\\t??"'
        case msgspec.inspect.BoolType():
            yield from ('"true"', "1")
        case msgspec.inspect.FloatType() | msgspec.inspect.IntType():
            yield from ('"1"', "true", "nan")
            yield from (str(limit) for limit in (kind.gt, kind.lt) if limit is not None)
            yield from (str(limit - 0.1) for limit in (kind.ge,) if limit is not None)
            yield from (str(limit + 1) for limit in (kind.le,) if limit is not None)
        case msgspec.inspect.EnumType() | msgspec.inspect.LiteralType():
            yield from ('"no such"', "3")
        case msgspec.inspect.VarTupleType():
            yield from ('"x"', "[3]", '["?? một"]', *(["[]"] if kind.min_length else []))
        case _:
            raise AssertionError(f"say what is faulty for {kind}")


FAULTY = [(name, key, value) for name, key, kind in typed_keys() for value in faulty(kind)]


def test_every_typed_setting_is_in_the_shipped_files_and_no_other() -> None:
    shipped = {(name, ".".join(key)) for name, key in shipped_keys()}
    assert {(name, key) for name, key, _ in typed_keys()} == shipped


@pytest.mark.parametrize(("name", "key", "value"), FAULTY, ids=" ".join)
def test_a_faulty_value_for_any_key_is_refused_with_file_key_and_expectation(
    name: str, key: str, value: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(f"{key} = {value}\n")
    with pytest.raises(FaultyFileError) as fault:
        read_settings(overrides=tmp_path)
    where, named, expected = str(fault.value.faults[0]).split(": ", 2)
    assert where == str(tmp_path / name)
    assert named.partition("[")[0] == key
    assert expected.startswith(("expected ", "missing translation", "unknown key"))
    assert "regex" not in expected


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('typing.method = "vn"', "typing.method: expected one of plain, telex, vni"),
        ('visit.languages = ["Anh"]', "that is a language's code of 2 or 3 small letters"),
    ],
)
def test_a_value_of_a_closed_list_is_told_the_list(line: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "kiosk.toml").write_text(f"{line}\n")
    assert re.search(re.escape(said), refusal(tmp_path))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('card_reader.driver = "ipp"', "card_reader.driver: expected one of pcsc, simulator, none"),
        ('printer.driver = "escl"', "printer.driver: expected one of ipp, windows, simulator, none"),
        ('scanner.driver = "pcsc"', "scanner.driver: expected one of escl, sane, wia, simulator, none"),
        ('scanner.driver = "escl"', "scanner.uri: expected an http or https address"),
    ],
)
def test_a_driver_of_another_kind_of_device_or_without_its_address_is_refused(
    line: str, said: str, tmp_path: Path
) -> None:
    (tmp_path / "devices.toml").write_text(f"{line}\n")
    assert re.search(re.escape(said), refusal(tmp_path))


def test_every_key_of_the_shipped_files_says_what_it_is() -> None:
    bare = [
        f"{name}: {line}"
        for name in ("kiosk.toml", "devices.toml")
        for line in (paths.shipped_config() / name).read_text(encoding="utf-8").splitlines()
        if re.match(r"\w+ = ", line) and "#" not in line
    ]
    assert bare == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('commune.code = "1784"', r"commune\.code: expected text of 5 digits; got “1784”$"),
        (
            'commune.station = "máy 1"',
            r"commune\.station: expected text of up to 20 letters, digits and hyphens; got “máy 1”$",
        ),
        (
            'updates.source = "ftp://a"',
            r"updates\.source: expected text that is an https address, an absolute folder",
        ),
        ('updates.source = "usb"', r"updates\.source: expected"),
    ],
)
def test_a_value_of_the_wrong_shape_is_told_in_words(tmp_path: Path, line: str, said: str) -> None:
    (tmp_path / "kiosk.toml").write_text(f"{line}\n")
    assert re.search(said, refusal(tmp_path))


@pytest.mark.parametrize(
    "source", ["", "https://a.vn/kiosk", "http://192.0.2.1:8080", "/run/media/stick", "D:/kiosk"]
)
def test_content_comes_from_an_address_a_folder_or_nowhere(tmp_path: Path, source: str) -> None:
    (tmp_path / "kiosk.toml").write_text(f'updates.source = "{source}"\n')
    assert read_settings(overrides=tmp_path).kiosk.updates.source == source


def test_an_unknown_key_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "devices.toml").write_text("[printer]\nspeed = 3\n")
    with pytest.raises(KioskError, match=r"devices\.toml.*printer.*speed"):
        read_settings(overrides=tmp_path)


def test_a_file_that_is_no_toml_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "kiosk.toml").write_text("[visit\n")
    with pytest.raises(KioskError, match=r"kiosk\.toml"):
        read_settings(overrides=tmp_path)


def test_every_fault_of_both_files_is_told_at_once_each_under_its_own_file(tmp_path: Path) -> None:
    (tmp_path / "kiosk.toml").write_text(
        '[typing]\nmethod = "vn"\ntone = "old"\n[visit]\nask_after = "soon"\n[colour]\n'
    )
    (tmp_path / "devices.toml").write_text('[printer]\ndriver = "fax"\n[display]\nfullscreen = 1\n')
    with pytest.raises(FaultyFileError) as fault:
        read_settings(overrides=tmp_path)
    assert [str(each).replace(f"{tmp_path}/", "") for each in fault.value.faults] == [
        "kiosk.toml: visit.ask_after: expected a number, more than 0 and at most 86400; got “soon”",
        "kiosk.toml: typing.method: expected one of plain, telex, vni; got “vn” (is it “vni”?)",
        "kiosk.toml: typing.tone: unknown key; remove it or correct its spelling",
        "kiosk.toml: colour: unknown key; remove it or correct its spelling",
        (
            "devices.toml: printer.driver: expected one of simulator, none, pcsc, ipp, escl, sane, windows, wia; "
            "got “fax”"
        ),
        "devices.toml: display.fullscreen: expected true or false; got a whole number",
    ]


def test_a_file_of_windows_notepad_is_read(tmp_path: Path) -> None:
    (tmp_path / "kiosk.toml").write_bytes(b"\xef\xbb\xbf[visit]\r\nask_after = 30.0\r\n")
    assert read_settings(overrides=tmp_path).kiosk.visit.ask_after == 30


def test_a_folder_that_is_none_and_a_device_are_named_and_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "etc").write_text("a file", "utf-8")
    assert refusal(tmp_path / "etc").splitlines() == [
        f"{tmp_path}/etc/kiosk.toml: cannot be read: Not a directory",
        f"{tmp_path}/etc/devices.toml: cannot be read: Not a directory",
    ]
    (tmp_path / "kiosk.toml").symlink_to("/dev/zero")
    assert refusal(tmp_path) == f"{tmp_path}/kiosk.toml: is not an ordinary file"
