"""Settings: the shipped files decode, and every fault names file, key and expectation."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from kiosk import paths
from kiosk.errors import KioskError
from kiosk.settings import read_settings


def keys_of(table: dict[str, Any], at: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Every leaf key of a decoded TOML table."""
    found: list[tuple[str, ...]] = []
    for key, value in table.items():
        found += keys_of(value, (*at, key)) if isinstance(value, dict) else [(*at, key)]
    return found


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


@pytest.mark.parametrize(("name", "key"), shipped_keys(), ids=lambda v: v if isinstance(v, str) else ".".join(v))
def test_a_faulty_value_for_any_key_is_refused_with_file_key_and_expectation(
    name: str, key: tuple[str, ...], tmp_path: Path
) -> None:
    inline = "1979-05-27T07:32:00Z"  # no setting is a moment in time
    (tmp_path / name).write_text(f"{'.'.join(key)} = {inline}\n")
    with pytest.raises(KioskError) as fault:
        read_settings(overrides=tmp_path)
    message = str(fault.value)
    assert str(tmp_path / name) in message
    assert ".".join(key) in message
    assert "Expected" in message or "expected" in message.lower() or "Invalid" in message


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('commune.code = "1784"', r"commune\.code: Expected `str` of 5 digits$"),
        ('commune.station = "máy 1"', r"commune\.station: Expected `str` of up to 20 letters, digits and hyphens$"),
        (
            'updates.source = "ftp://a"',
            r"updates\.source: Expected `str` that is an https address, an absolute folder",
        ),
        ('updates.source = "usb"', r"updates\.source: Expected"),
    ],
)
def test_a_value_of_the_wrong_shape_is_told_in_words(tmp_path: Path, line: str, said: str) -> None:
    (tmp_path / "kiosk.toml").write_text(f"{line}\n")
    with pytest.raises(KioskError, match=said):
        read_settings(overrides=tmp_path)


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
