"""What the province publishes: what runs out first, drafts that were given up, where keys may lie."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tuf.api.metadata import Root, Targets

from kiosk import paths
from kiosk.cli import kiosk
from kiosk.clock import Clock
from kiosk.content.updates.publishing.drafts import PublishingError, Repository
from kiosk.content.updates.publishing.offers import draft_pack, draft_program
from kiosk.content.updates.publishing.release import release
from tests.helpers.province import NOW, Province
from tests.unit.kiosk.cli.small_pack import write_pack


def run(*arguments: object, days: float = 0) -> Result:
    """A command of `publish`, so many days after `NOW`."""
    clock = Clock(read=lambda: NOW + timedelta(days=days))
    return CliRunner().invoke(kiosk, ["--lang", "en", "publish", *map(str, arguments)], obj=clock)


def pack(folder: Path, version: str) -> Path:
    content = write_pack(folder / version)
    (content / "pack.toml").write_text(f'version = "{version}"\n', "utf-8")
    return content


@pytest.fixture
def province(tmp_path: Path) -> Province:
    """A province that released its first content on `NOW`."""
    made = Province(tmp_path / "repo")
    made.publish(pack(tmp_path, "2026.11.23"), NOW)
    return made


def test_the_status_tells_the_first_day_on_which_something_runs_out(province: Province) -> None:
    said = run("status", province.place).output
    assert "timestamp 1, until 2026-12-28" in said
    assert said.splitlines()[-1] == ("first to run out: 2026-12-28, timestamp: run `publish release` before that day")
    told = json.loads(run("status", province.place, "--json").output)
    assert told["first_to_end"] == {"role": "timestamp", "until": "2026-12-28"}
    assert {one["role"] for one in told["out"]} == {"root", "targets", "snapshot", "timestamp"}
    assert "ran out on 2026-12-28" in run("status", province.place, days=36).output


def test_near_the_end_of_the_year_the_signatures_run_out_before_the_release(province: Province) -> None:
    province.release(NOW + timedelta(days=350))
    assert "first to run out: 2027-11-23, targets: run `publish renew`" in run("status", province.place).output


def test_a_draft_that_nobody_released_within_a_month_is_never_released(province: Province, tmp_path: Path) -> None:
    draft_pack(province.repository, pack(tmp_path, "2026.11.24"), NOW)
    province.sign_targets(*province.packers[:2])
    assert "given up after 2026-12-23" in run("status", province.place).output
    assert "abandoned" in run("status", province.place, days=31).output
    province.release(NOW + timedelta(days=31))
    assert province.offers() == "2026.11.23"
    assert province.repository.draft(Targets) is None
    assert len(list(province.repository.targets.iterdir())) == 1


def test_nothing_of_an_abandoned_draft_goes_out_with_the_next_one(province: Province, tmp_path: Path) -> None:
    draft_pack(province.repository, pack(tmp_path, "2026.11.24"), NOW)
    package = tmp_path / "kiosk-dvc_0.2.0_amd64.deb"
    package.write_bytes(b"!<arch>\n")
    draft_program(province.repository, package, NOW + timedelta(days=31))
    province.sign_targets(*province.packers[:2])
    province.release(NOW + timedelta(days=31))
    assert province.offers() == "2026.11.23"


def test_an_abandoned_root_is_not_signed_and_decides_nothing(province: Province) -> None:
    province.packers[0] = province.packers[2]
    province.found(NOW)
    said = run("sign", province.place, "root", "--key", "an.pem", days=31)
    assert "The draft of root is given up" in said.output
    assert province.repository.draft(Root) is None


def test_a_draft_is_dropped_by_hand_and_what_is_out_stays(province: Province, tmp_path: Path) -> None:
    draft_pack(province.repository, pack(tmp_path, "2026.11.24"), NOW)
    assert run("drop", province.place, "targets").output == "The draft of targets is dropped.\n"
    assert run("drop", province.place, "targets").exit_code == 1
    province.release(NOW)
    assert province.offers() == "2026.11.23"


def test_a_release_is_renewed_while_a_draft_waits_for_its_second_signature(
    province: Province, tmp_path: Path
) -> None:
    draft_pack(province.repository, pack(tmp_path, "2026.11.24"), NOW)
    province.sign_targets(province.packers[0])
    with pytest.raises(PublishingError, match="1 more signatures"):
        province.release(NOW)
    release(Repository(province.place), province.online, NOW, with_drafts=False)
    assert province.offers() == "2026.11.23"
    assert province.repository.draft(Targets) is not None


@pytest.mark.parametrize(
    "arguments", [("keys", "{}/keys", "an"), ("drop", "{}/out/repo", "root"), ("renew", "{}/../{name}/repo")]
)
def test_neither_keys_nor_repository_land_in_the_folder_of_the_program(arguments: tuple[str, ...]) -> None:
    program = paths.program()
    result = run(*(one.format(program, name=program.name) for one in arguments))
    assert result.exit_code == 2
    assert "lies in the program's own folder" in result.output
    assert not (program / "keys").exists()


@pytest.mark.parametrize(
    ("language", "asked"),
    [
        (("--lang", "vi"), ["Mật khẩu mới của khoá: ", "Nhập lại: "]),
        (("--lang", "en"), ["New passphrase: ", "Once more: "]),
    ],
)
def test_a_passphrase_is_asked_for_in_the_language_chosen(
    language: tuple[str, ...], asked: list[str], tmp_path: Path
) -> None:
    words = [*language, "publish", "keys", str(tmp_path / "keys"), "first"]
    done = CliRunner().invoke(kiosk, words, input="một hai ba bốn năm\n" * 2)
    assert done.exit_code == 0, done.output
    assert done.stderr.splitlines() == asked
    assert "first.pem" in done.stdout
