"""The technician's screen changes only the station's own settings, and never leaves some that are not read."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk import paths
from kiosk.errors import KioskError
from kiosk.forms.places import read_places
from kiosk.settings import read_settings
from kiosk.staff.commune import commune_changes
from kiosk.staff.overrides import change


def test_a_measured_screen_is_read_back(tmp_path: Path) -> None:
    folder = tmp_path / "etc"
    told = change("devices.toml", {"display": {"pixels_per_millimetre": 4.117}}, folder)
    assert told.devices.display.pixels_per_millimetre == 4.117
    assert read_settings(overrides=folder).devices == told.devices
    assert [file.name for file in folder.iterdir()] == ["devices.toml"]


def test_what_the_installer_wrote_before_is_kept(tmp_path: Path) -> None:
    own = tmp_path / "kiosk.toml"
    own.write_text('[commune]\nphone = "0238 386 0000"\n[visit]\npopular = ["dang-ky-tam-tru"]\n', encoding="utf-8")
    settings = change("kiosk.toml", {"commune": {"station": "may-2"}}, tmp_path).kiosk
    assert settings.commune.phone == "0238 386 0000"
    assert settings.commune.station == "may-2"
    assert settings.visit.popular == ("dang-ky-tam-tru",)
    assert (tmp_path / "kiosk.toml.before").read_text(encoding="utf-8").startswith("[commune]")


def test_a_value_that_would_not_be_read_changes_nothing(tmp_path: Path) -> None:
    change("devices.toml", {"display": {"pixels_per_millimetre": 4.0}}, tmp_path)
    before = (tmp_path / "devices.toml").read_bytes()
    with pytest.raises(KioskError, match="pixels_per_millimetre"):
        change("devices.toml", {"display": {"pixels_per_millimetre": 400.0}}, tmp_path)
    assert (tmp_path / "devices.toml").read_bytes() == before


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "etc").write_text("a file", encoding="utf-8")
    with pytest.raises(KioskError, match="etc"):
        change("devices.toml", {"sound": {"enabled": False}}, tmp_path / "etc")


def test_quotes_and_marks_survive(tmp_path: Path) -> None:
    counter = {"vi": 'Quầy "Một cửa" \\ tầng 1', "en": "Desk\t1"}
    assert change("kiosk.toml", {"commune": {"counter": counter}}, tmp_path).kiosk.commune.counter.vi == counter["vi"]


def test_every_commune_of_the_list_makes_settings_that_are_read(tmp_path: Path) -> None:
    places = read_places(paths.assets() / "content" / "places")
    province = places.province("Nghệ An")
    assert province is not None
    communes = places.communes(province)
    for commune in (communes[0], communes[-1], *(one for one in communes if one.kind.lower() == "phường")):
        settings = change("kiosk.toml", commune_changes(commune, province), tmp_path).kiosk.commune
        assert (settings.code, settings.name.vi) == (commune.code, commune.full_name)
        assert settings.police.vi.startswith(("Công an xã", "Công an phường"))


def test_the_technicians_comments_stay_and_so_do_mode_and_order(tmp_path: Path) -> None:
    """h06: what stood in the file before stands in it afterwards, but for the one value."""
    own = tmp_path / "devices.toml"
    typed = '# Trạm 2, anh Hải 0912\n[printer]  # tầng 1\ndeadline = 90.0  # máy chậm\n# uri = "ipp://cũ"\n'
    own.write_text(typed, encoding="utf-8")
    own.chmod(0o640)
    change("devices.toml", {"printer": {"deadline": 60.0}}, tmp_path)
    assert own.read_text(encoding="utf-8") == typed.replace("90.0", "60.0")
    before = tmp_path / "devices.toml.before"
    assert before.read_text(encoding="utf-8") == typed
    assert {file.stat().st_mode & 0o777 for file in (own, before)} == {0o640}


@pytest.mark.parametrize("broken", [b"[printer\n", "[printer]\n".encode("utf-16"), b"x = " + b"9" * 5_000])
def test_a_file_that_cannot_be_read_is_named_and_left(broken: bytes, tmp_path: Path) -> None:
    (tmp_path / "devices.toml").write_bytes(broken)
    with pytest.raises(KioskError, match=r"devices\.toml"):
        change("devices.toml", {"sound": {"enabled": False}}, tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["devices.toml"]
    assert (tmp_path / "devices.toml").read_bytes() == broken
