"""A list of stations becomes settings, keys and labels, by stick or signed; every fault of the list has its line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk import paths
from kiosk.cli import kiosk
from kiosk.clock import Clock
from kiosk.content.updates.publishing.offers import draft_stations
from kiosk.forms.places import Places, read_places
from kiosk.settings import read_settings
from kiosk.stations import central
from kiosk.stations.making import CommonSettings, settings_of
from kiosk.stations.rows import StationListError, read_stations
from tests.helpers.pages import text_of
from tests.helpers.province import Province
from tests.unit.kiosk.cli.small_pack import write_pack

LIST = """\
code,station,phone,opening_hours,opening_hours_en
17842,may-1,0238 000 001,"Thứ Hai đến thứ Sáu, 7 giờ 30 đến 17 giờ","Monday to Friday, 7:30 to 17:00"
17842,may-2,,,
16681,may-1,,,
"""
PC = "pc-17842-may-1"


@pytest.fixture(scope="module")
def places() -> Places:
    return read_places(paths.assets() / "content" / "places")


def listed(folder: Path, text: str = LIST, encoding: str = "utf-8") -> Path:
    path = folder / "stations.csv"
    path.write_bytes(text.encode(encoding))
    return path


def run(*words: object) -> Result:
    return CliRunner().invoke(kiosk, ["--lang", "en", *map(str, words)])


def test_each_line_is_a_pc_with_its_commune_and_what_stands_in_its_columns(tmp_path: Path, places: Places) -> None:
    for text, encoding in ((LIST, "utf-8"), (LIST.replace(",", ";").replace("Sáu;", "Sáu,"), "utf-8-sig")):
        first, second, third = read_stations(listed(tmp_path, text, encoding), places)
        assert (first.pc_id, second.pc_id, third.pc_id) == (PC, "pc-17842-may-2", "pc-16681-may-1")
        assert first.commune.full_name == "Xã Thần Lĩnh"
        assert first.values["phone"] == "0238 000 001"
        assert second.values == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("code,phone\n17842,1\n", ["line 1: the column station is missing"]),
        ("code,station,fax\n17842,may-1,1\n", ["line 1: no column is called “fax”"]),
        (
            "code,station\n99999,may-1\n17842,máy 1\n",
            ["line 2: code: no commune", "line 3: station: expected up to 20"],
        ),
        ("code,station\n17842,may-1\n17842,MAY-1\n", ["line 3: pc-17842-may-1 stands further up already"]),
        ("code,station,phone\n17842,may-1,gọi anh Ba\n", ["line 2: phone: expected a telephone number"]),
        ("code,station\n17842,may-1,more\n", ["line 2: more values than columns"]),
        ("code,station\n", ["the list is empty"]),
    ],
)
def test_every_fault_of_a_list_is_told_with_its_line(
    tmp_path: Path, places: Places, text: str, said: list[str]
) -> None:
    with pytest.raises(StationListError) as raised:
        read_stations(listed(tmp_path, text), places)
    for part, fault in zip(said, raised.value.faults, strict=True):
        assert part in fault.en


@pytest.mark.parametrize("row", ['"' + "a" * 200_000 + '";may-1', '"' + "a" * 200_000], ids=["a cell", "open"])
def test_a_list_with_a_cell_as_long_as_a_book_is_told_with_its_line(tmp_path: Path, places: Places, row: str) -> None:
    (tmp_path / "list.csv").write_text(f"code;station\n{row}\n", "utf-8")
    with pytest.raises(StationListError, match="cannot be read as a table"):
        read_stations(tmp_path / "list.csv", places)


def test_a_list_that_is_no_text_is_told(tmp_path: Path, places: Places) -> None:
    with pytest.raises(StationListError, match="expected UTF-8"):
        read_stations(listed(tmp_path, LIST, "utf-16"), places)


def test_the_settings_of_a_station_are_its_own_communes_and_never_the_examples(
    tmp_path: Path, places: Places
) -> None:
    _, _, third = read_stations(listed(tmp_path), places)
    (tmp_path / "kiosk.toml").write_bytes(
        settings_of(third, CommonSettings(counts_host="counts.vn", updates="https://c.vn/k"))
    )
    settings = read_settings(overrides=tmp_path).kiosk
    assert settings.commune.code == "16681"
    assert third.commune.name in settings.commune.name.vi
    assert third.commune.name in settings.commune.police.vi
    assert "Thần Lĩnh" not in settings.commune.address.vi
    assert (settings.province.host, settings.updates.source) == ("counts.vn", "https://c.vn/k")


def test_one_command_makes_a_folder_a_pc_labels_and_the_file_to_sign(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "made"
    done = run("province", "stations", "make", listed(tmp_path), "--out", out)
    assert done.exit_code == 0, done.output
    assert sorted(path.name for path in out.iterdir()) == [
        "labels.pdf", "pc-16681-may-1", PC, "pc-17842-may-2", "stations.json",
    ]  # fmt: skip
    labels = text_of((out / "labels.pdf").read_bytes())
    assert all(word in labels for word in (PC, "Xã Thần Lĩnh", "0238 000 001"))
    assert sorted(central.decoded((out / "stations.json").read_bytes())) == ["pc-16681-may-1", PC, "pc-17842-may-2"]
    monkeypatch.setattr(paths, "program", lambda: tmp_path)
    assert run("province", "stations", "make", listed(tmp_path), "--out", out).exit_code == 1


def test_a_faulty_list_makes_nothing(tmp_path: Path) -> None:
    done = run(
        "province", "stations", "make", listed(tmp_path, "code,station\n99999,may-1\n"), "--out", tmp_path / "o"
    )
    assert done.exit_code == 1
    assert "line 2: code: no commune has “99999”" in done.output
    assert not (tmp_path / "o").exists()


def test_of_many_faults_the_first_are_told_and_the_others_counted(tmp_path: Path) -> None:
    text = "code,station\n" + "99999,may-1\n" * 30
    said = run("province", "stations", "make", listed(tmp_path, text), "--out", tmp_path / "o").stderr.splitlines()
    assert len(said) == 21
    assert said[-1] == "… and 10 more"


@pytest.fixture
def station(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A station's folder of settings; its state lies beside it."""
    monkeypatch.setenv("KIOSK_CONFIG", str(tmp_path / "etc"))
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))
    (tmp_path / "etc").mkdir()
    return tmp_path / "etc"


def test_a_station_takes_its_folder_from_the_stick_and_the_keys_leave_the_stick(
    tmp_path: Path, station: Path
) -> None:
    run("province", "stations", "make", listed(tmp_path), "--out", tmp_path / "stick")
    keys = tmp_path / "stick" / PC / "keys"
    keys.mkdir()
    (keys / "pc.key").write_text("secret")
    done = run("config", "take", tmp_path / "stick" / PC)
    assert done.exit_code == 0, done.output
    assert read_settings().kiosk.commune.phone == "0238 000 001"
    kept = tmp_path / "state" / "province" / "pc.key"
    assert (kept.read_text(), kept.stat().st_mode & 0o077) == ("secret", 0)
    assert not keys.exists()
    moved = tmp_path / "stick" / "pc-17842-may-9"
    (tmp_path / "stick" / PC).rename(moved)
    assert "another PC" in run("config", "take", moved).output
    assert "expected the folder of one PC" in run("config", "take", station).output


def offered(folder: Path, stations: dict[str, bytes]) -> Province:
    """A province that released content with settings for its stations, trusted by the station."""
    province = Province(folder / "repo")
    content = write_pack(folder / "content")
    (content / "pack.toml").write_text('version = "2027.01.02"\n', "utf-8")
    province.publish(content)
    trust = folder / "etc" / "trust" / "update" / "root.json"
    trust.parent.mkdir(parents=True)
    trust.write_bytes(province.root)
    sign(province, stations)
    return province


def sign(province: Province, stations: dict[str, bytes]) -> None:
    draft_stations(province.repository, central.encoded(stations), Clock().utc())
    province.sign_targets(*province.packers[:2])
    province.release()


def test_signed_settings_reach_the_station_like_content_and_its_own_settings_win(
    tmp_path: Path, station: Path
) -> None:
    (station / "kiosk.toml").write_text('[commune]\nphone = "0238 111 111"\n', "utf-8")
    own = b'[commune]\nphone = "0238 999 999"\npolice_phone = "0238 222 222"\n'
    province = offered(tmp_path, {PC: own, "pc-16681-may-1": b"[visit]\nask_after = 30.0\n"})
    done = run("update", "now", "--from", province.public, "--json")
    assert json.loads(done.output)["outcome"] == "updated"
    commune = read_settings().kiosk.commune
    assert (commune.phone, commune.police_phone) == ("0238 111 111", "0238 222 222")
    assert read_settings().kiosk.visit.ask_after == 60.0
    sign(province, {"pc-16681-may-1": b""})
    assert run("update", "now", "--from", province.public).exit_code == 0
    assert read_settings().kiosk.commune.police_phone == ""


@pytest.mark.parametrize("wrong", [b'[commune]\nstation = "may-7"\n', b"[nonsense]\n", b"= no toml"])
def test_signed_settings_that_fit_not_leave_the_station_as_it_is(tmp_path: Path, station: Path, wrong: bytes) -> None:
    before = read_settings()
    with pytest.raises(central.CentralError):
        central.take(central.encoded({PC: wrong}), PC, tmp_path / "state" / "central", station)
    assert read_settings() == before
    with pytest.raises(central.CentralError, match=r"stations\.json"):
        central.decoded(b"[]")
