"""An installed station takes what its province signed, content and program, and else keeps what it has."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.clock import Clock
from tests.helpers.province import Province, static_server
from tests.unit.kiosk.cli.small_pack import write_pack
from tests.windows.conftest import KIOSK
from tests.windows.wine import Done, Prefix

TRUST = "C:\\ProgramData\\kiosk-dvc\\settings\\trust\\update"


class Fed:
    """A province, its web server, and the installed station that trusts it."""

    def __init__(self, station: Prefix, province: Province, address: str, scratch: Path) -> None:
        self.station = station
        self.province = province
        self.address = address
        self._scratch = scratch

    def publish(self, days_from_now: int) -> str:
        """Content that is newer than what the program brought; its version."""
        today = Clock().today()
        version = f"{today.year + 1}.{today.month:02}.{days_from_now:02}"
        pack = write_pack(self._scratch / version)
        (pack / "pack.toml").write_text(f'version = "{version}"\n', "utf-8")
        self.province.publish(pack)
        return version

    def update(self, *words: str) -> Done:
        return self.station.run(KIOSK, "update", *words, "--from", self.address, "--json")

    def stands(self) -> str:
        """The version the station reads."""
        return str(json.loads(self.station.run(KIOSK, "update", "status", "--json").out)["version"])


@pytest.fixture(scope="module")
def fed(installed: Prefix, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fed]:
    scratch = tmp_path_factory.mktemp("province")
    province = Province(scratch / "repo")
    with static_server(province.public) as address:
        yield Fed(installed, province, address, scratch)


def test_signed_content_is_taken_and_read(fed: Fed) -> None:
    version = fed.publish(1)
    trust = fed.station.at(TRUST)
    trust.mkdir(parents=True, exist_ok=True)
    (trust / "root.json").write_bytes(fed.province.root)
    done = fed.update("now")
    assert (done.code, json.loads(done.out)["outcome"]) == (0, "updated"), done.out + done.err
    assert fed.stands() == version
    assert json.loads(fed.update("now").out)["outcome"] == "nothing-new"


def test_content_that_was_changed_on_the_way_is_refused_and_the_old_one_stays(fed: Fed) -> None:
    before = fed.stands()
    fed.publish(2)
    newest = max((fed.province.public / "targets").glob("*.tar.xz"), key=lambda file: file.stat().st_mtime_ns)
    newest.write_bytes(newest.read_bytes()[:-1] + b"!")
    done = fed.update("now")
    assert done.code == 1
    assert "update.damaged" in done.out + done.err
    assert fed.stands() == before


def test_the_signed_installer_is_fetched_as_it_was_signed(fed: Fed, installer: Path) -> None:
    fed.province.publish_program(installer)
    done = fed.update("program", "--to", "C:\\fetched")
    assert done.code == 0, done.out + done.err
    assert fed.station.at(f"C:\\fetched\\{installer.name}").read_bytes() == installer.read_bytes()
