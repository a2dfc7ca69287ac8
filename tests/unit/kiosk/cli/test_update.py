"""`kiosk publish` and `kiosk update`, as the people of the province and the technician type them."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk import paths
from kiosk.cli import kiosk
from kiosk.cli.pack_trial import faults_in
from kiosk.clock import stopped
from kiosk.content.updates import PackFolder, current_pack, version_of
from kiosk.settings import read_settings
from kiosk.station.station import open_station
from tests.helpers.days import CLOCK
from tests.unit.kiosk.cli.small_pack import write_pack

PASSPHRASE = "mot cau dai kho doan"
NAMES = ("an", "binh", "chi", "dung", "em", "may-phat-hanh")


def run(*arguments: object, typed: str = "") -> Result:
    spoken = ["--lang", "en"] if arguments[0] == "publish" else []
    return CliRunner().invoke(kiosk, [*spoken, *(str(argument) for argument in arguments)], input=typed)


def done(*arguments: object, typed: str = "") -> str:
    result = run(*arguments, typed=typed)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with keys of five people and of the machine, and `repo` founded with them; each test gets a copy."""
    folder = tmp_path_factory.mktemp("founded")
    for name in NAMES:
        done("publish", "keys", folder / "keys", name, typed=f"{PASSPHRASE}\n{PASSPHRASE}\n")
    roots = [option for name in NAMES[:3] for option in ("--root", folder / "keys" / f"{name}.pub")]
    targets = [option for name in NAMES[2:5] for option in ("--targets", folder / "keys" / f"{name}.pub")]
    done("publish", "init", folder / "repo", *roots, *targets, "--online", folder / "keys/may-phat-hanh.pub")
    sign(folder, "root", "an", "binh")
    return folder


@pytest.fixture
def station(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a station that has no content of its own yet and trusts nobody."""
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("KIOSK_CONFIG", str(tmp_path / "etc"))
    return tmp_path


@pytest.fixture
def place(founded: Path, station: Path) -> Path:
    """The station's folder with the province's keys and `repo` beside it."""
    return Path(shutil.copytree(founded, station, dirs_exist_ok=True))


def sign(place: Path, role: str, *names: str) -> str:
    said = ""
    for name in names:
        key = place / "keys" / f"{name}.pem"
        said = done("publish", "sign", place / "repo", role, "--key", key, typed=f"{PASSPHRASE}\n")
    return said


def publish(place: Path, content: Path) -> None:
    done("publish", "pack", content, place / "repo")
    assert "ready for" in sign(place, "targets", "chi", "em")
    key = place / "keys" / "may-phat-hanh.pem"
    done("publish", "release", place / "repo", "--key", key, typed=f"{PASSPHRASE}\n")
    trust = place / "etc" / "trust" / "update"
    trust.mkdir(parents=True, exist_ok=True)
    shutil.copy(place / "repo" / "public" / "metadata" / "1.root.json", trust / "root.json")


def content(place: Path, version: str, changes: dict[str, tuple[str, str]] | None = None) -> Path:
    folder = write_pack(place / f"content-{version}", changes)
    (folder / "pack.toml").write_text(f'version = "{version}"\n', "utf-8")
    return folder


def test_from_keys_to_a_station_that_reads_the_new_content(place: Path) -> None:
    publish(place, content(place, "2027.01.02"))
    said = json.loads(done("update", "now", "--from", place / "repo" / "public", "--json"))
    assert said == {"outcome": "updated", "version": "2027.01.02", "before": None}
    status = json.loads(done("update", "status", "--json"))
    assert (status["version"], status["age_days"]) == ("2027.01.02", 0)
    assert "2027.01.02" in done("update", "status", "--lang", "en")
    assert "Không có gì mới" in done("update", "now", "--from", place / "repo" / "public")
    assert "content 2027.01.02, until" in done("publish", "status", place / "repo")
    station = open_station(read_settings(), CLOCK, state=place / "state")
    assert list(station.services.catalogue.by_id) == ["khai-sinh"]
    station.close()


def test_the_source_of_the_settings_is_used_when_none_is_named(place: Path) -> None:
    assert json.loads(done("update", "now", "--json")) == {"outcome": "no-source"}
    assert "updates.source" in done("update", "now")
    publish(place, content(place, "2027.01.02"))
    (place / "etc" / "kiosk.toml").write_text(f'[updates]\nsource = "{place / "repo" / "public"}"\n', "utf-8")
    assert "2027.01.02" in done("update", "now", "--lang", "en")


def test_a_refusal_says_why_and_what_to_do_in_the_language_asked_for(place: Path) -> None:
    result = run("update", "now", "--from", place / "nowhere", "--lang", "en")
    assert result.exit_code == 1
    assert "It is not known whose new content to trust." in result.output
    publish(place, content(place, "2027.01.02"))
    result = run("update", "now", "--from", place / "nowhere", "--lang", "en")
    assert "New content could not be fetched." in result.output
    assert "update.unreachable" in result.output


def test_a_renewal_needs_two_signatures_again(place: Path) -> None:
    publish(place, content(place, "2027.01.02"))
    done("publish", "renew", place / "repo")
    assert "1 more" in sign(place, "targets", "dung")
    key = place / "keys" / "may-phat-hanh.pem"
    result = run("publish", "release", place / "repo", "--key", key, typed=f"{PASSPHRASE}\n")
    assert "1 more signatures are needed" in result.output
    sign(place, "targets", "em")
    assert "Release 2" in done("publish", "release", place / "repo", "--key", key, typed=f"{PASSPHRASE}\n")


@pytest.mark.parametrize(
    ("arguments", "typed", "said"),
    [
        (("keys", "keys", "an"), f"{PASSPHRASE}\n{PASSPHRASE}\n", "an.pem: it is there already."),
        (("keys", "keys", "giang"), "kurz\nkurz\n", "at least 12 characters"),
        (("sign", "repo", "targets", "--key", "keys/chi.pem"), f"{PASSPHRASE}\n", "No draft of targets"),
        (("sign", "repo", "root", "--key", "keys/an.pem"), "falsch\n", "expected a key file"),
        (("sign", "repo", "root", "--key", "keys/em.pem"), f"{PASSPHRASE}\n", "no key of root"),
        (("release", "repo", "--key", "keys/an.pem"), f"{PASSPHRASE}\n", "Nothing to release"),
        (("renew", "repo"), "", "Nothing is published yet"),
        (("pack", "keys", "repo"), "", "the pack must have this file"),
        (("pack", "content", "new"), "", "pack.toml: không có tệp này / the file is not there"),
        (
            ("init", "new", "--root", "keys/an.pub", "--targets", "keys/an.pub", "--online", "keys/an.pub"),
            "",
            "3 root",
        ),
        (("init", "new", "--root", "keys/an.pem", "--targets", "keys/an.pub", "--online", "x"), "", "a public key"),
    ],
)
def test_a_mistake_of_the_province_is_told_in_one_line(
    place: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], typed: str, said: str
) -> None:
    write_pack(place / "content")
    monkeypatch.chdir(place)
    result = run("publish", *arguments, typed=typed)
    assert result.exit_code == 1
    assert said in result.output


@pytest.mark.parametrize(
    ("arguments", "vietnamese", "english"),
    [
        (("renew", "repo"), "Chưa phát hành gì.", "Nothing is published yet."),
        (("sign", "repo", "targets", "--key", "keys/chi.pem"), "không có bản soạn nào chờ ký", "No draft of"),
        (("release", "repo", "--key", "keys/an.pem"), "Chưa có gì để phát hành", "Nothing to release"),
        (("init", "x", "--root", "a.pem", "--targets", "b.pub", "--online", "c"), "khoá công khai", "a public key"),
    ],
)  # fmt: skip
def test_a_mistake_of_the_province_is_told_in_the_language_that_is_asked_for(
    place: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], vietnamese: str, english: str
) -> None:
    monkeypatch.chdir(place)
    for language, wanted, other in (("vi", vietnamese, english), ("en", english, vietnamese)):
        said = run("--lang", language, "publish", *arguments, typed=f"{PASSPHRASE}\n").stderr
        assert wanted in said
        assert other not in said


def test_content_that_breaks_a_rule_is_not_packed(place: Path) -> None:
    folder = content(place, "2027.01.02", {"procedures/khai-sinh.toml": ('["online", "desk"]', '["desk"]')})
    result = run("publish", "pack", folder, place / "repo")
    assert result.exit_code == 1
    assert 'procedures/khai-sinh.toml: filing: "online" is missing' in result.output
    assert not list((place / "repo").rglob("*.tar*"))


def test_a_private_key_lies_encrypted_and_for_its_owner_alone(place: Path) -> None:
    key = place / "keys" / "an.pem"
    assert key.stat().st_mode & 0o077 == 0
    assert b"ENCRYPTED" in key.read_bytes()


def with_form(folder: Path, changes: tuple[str, str] = ("", "")) -> Path:
    """The pack with one of the shipped forms in it."""
    text = (paths.assets() / "content" / "forms" / "ct01.toml").read_text("utf-8")
    assert changes[0] in text
    (folder / "forms").mkdir()
    (folder / "forms" / "ct01.toml").write_text(text.replace(*changes, 1), "utf-8")
    return folder


def test_a_pack_whose_form_cannot_be_completed_fails_its_trial(station: Path) -> None:
    folder = with_form(content(station, "2027.01.02"), ('kind = "phone"', 'kind = "number"\nleast = 5\nmost = 1'))
    faults = faults_in(folder, read_settings(), station / "scratch", CLOCK)
    assert faults
    assert all(fault.startswith("forms/ct01.toml") for fault in faults), faults


def test_a_pack_that_fails_the_content_check_fails_its_trial(station: Path) -> None:
    folder = content(station, "2027.01.02", {"guides/vneid.toml": ('next = "xong"', 'next = "mo-dau"')})
    assert any("guides/vneid.toml" in fault for fault in faults_in(folder, read_settings(), station / "s", CLOCK))


def test_a_pack_whose_facts_are_over_is_released_and_taken(place: Path) -> None:
    over = content(
        place, "2027.01.02", {"procedures/khai-sinh.toml": ("[[cases]]", "valid_until = 2026-08-17\n[[cases]]")}
    )
    publish(place, over)
    assert "time_limits: hết hiệu lực" in run("content", "check", over).output
    assert json.loads(done("update", "now", "--from", place / "repo" / "public", "--json"))["outcome"] == "updated"


def test_only_a_fault_that_the_pack_in_force_has_not_refuses_a_new_one(station: Path) -> None:
    dead_end = {"guides/vneid.toml": ('next = "xong"', 'next = "mo"')}
    old, new = content(station, "2027.01.02", dead_end), content(station, "2027.01.03", dead_end)
    assert faults_in(new, read_settings(), station / "a", CLOCK, current=old) == []
    assert faults_in(new, read_settings(), station / "b", CLOCK, current=content(station, "2027.01.01")) != []
    worse = content(station, "2027.01.04", dead_end | {"popular.toml": ("khai-sinh", "khai-tu")})
    faults = faults_in(worse, read_settings(), station / "c", CLOCK, current=old)
    assert faults == [
        "popular.toml: procedures: không có thủ tục nào tên `khai-tu` / no procedure is called `khai-tu`"
    ]


def test_a_station_whose_date_lies_behind_takes_a_pack_that_was_checked_later(station: Path) -> None:
    newer = content(station, "2027.01.02")
    assert faults_in(newer, read_settings(), station / "scratch", stopped(date(2026, 1, 1))) == []


def test_a_station_whose_newest_pack_no_longer_opens_starts_with_the_shipped_one(place: Path) -> None:
    publish(place, content(place, "2027.01.02"))
    assert "updated" in done("update", "now", "--from", place / "repo" / "public", "--json")
    shipped = paths.assets() / "content"
    current = current_pack(place / "state", shipped)
    assert str(version_of(current)) == "2027.01.02"
    folder = PackFolder(place / "state").packs / "2027.01.02"
    rebuilt = with_the_right_manifest(folder, without="aliases.toml")
    assert current_pack(place / "state", shipped) == rebuilt
    station = open_station(read_settings(), CLOCK, state=place / "state")
    assert "dang-ky-tam-tru" in station.services.catalogue.by_id
    station.close()


def with_the_right_manifest(folder: Path, *, without: str) -> Path:
    """A pack that is whole by its manifest and yet lacks a file the program needs."""
    from kiosk.content.updates.archive import manifest_of

    (folder / "content" / without).unlink()
    (folder / "manifest.json").write_bytes(manifest_of(folder / "content").encoded())
    return folder / "content"
