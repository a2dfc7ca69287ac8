"""What is missing of Debian's packages, on Debian 12 and 13, with and without the right to install it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bootstrap import debian
from bootstrap.debian import PACKAGES, DebianError, need
from tests.helpers.fake_debian import FakeDebian, fake_debian

ROOT, PERSON = 0, 1000
RENAMED = {"libglib2.0-0": ("libglib2.0-0t64", "libglib2.0-0 (= 2.84.4-3~deb13u1)")}
"""Debian 13: the package, and its field Provides."""


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeDebian:
    made = fake_debian(tmp_path / "bin")
    monkeypatch.setenv("PATH", str(made.folder))
    monkeypatch.setattr(debian.os, "geteuid", lambda: PERSON)
    return made


def all_of(group: str, *, but: str = "") -> dict[str, str]:
    return {name: "" for name in PACKAGES[group].split() if name != but}


def test_nothing_is_called_when_all_is_there(machine: FakeDebian) -> None:
    machine.has(all_of("run"))
    need(["run"])
    assert machine.calls == []


def test_a_package_that_debian_13_renamed_is_there_by_what_it_provides(machine: FakeDebian) -> None:
    (old, (new, provides)) = next(iter(RENAMED.items()))
    machine.has({**all_of("run", but=old), new: provides})
    need(["run"])
    assert machine.calls == []


def test_one_of_several_provided_names_counts_with_its_architecture(machine: FakeDebian) -> None:
    machine.has({**all_of("run", but="libegl1"), "other": "libfirst, libegl1:amd64 (= 1), liblast"})
    need(["run"])


def test_a_removed_package_whose_settings_stayed_is_not_there(machine: FakeDebian) -> None:
    machine.has(all_of("run", but="gcc"), removed=("gcc",))
    with pytest.raises(DebianError) as error:
        need(["run"])
    assert error.value.how.endswith("--no-install-recommends gcc'")


def test_root_installs_what_is_missing_and_nothing_else(machine: FakeDebian, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debian.os, "geteuid", lambda: ROOT)
    machine.has(all_of("run", but="gcc"))
    need(["run"])
    assert [call.split()[-1] for call in machine.calls if call.startswith("apt-get")] == ["update", "gcc"]


def test_what_a_cut_apt_left_unpacked_is_finished_first(machine: FakeDebian, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debian.os, "geteuid", lambda: ROOT)
    need(["run"])
    assert machine.calls[0] == "dpkg --configure -a"


def test_a_package_that_is_only_unpacked_is_not_there(machine: FakeDebian) -> None:
    machine.has(all_of("run", but="gcc"))
    rows = machine.folder / "rows"
    rows.write_text(f"{rows.read_text('utf-8')}unpacked\tgcc\t\n", "utf-8")
    with pytest.raises(DebianError):
        need(["run"])


def test_sudo_without_a_password_installs(machine: FakeDebian) -> None:
    machine.sudo(allowed=True)
    machine.has(all_of("run", but="gcc"))
    need(["run"])
    assert machine.calls[0] == "sudo -n true"
    assert [call.split()[-1] for call in machine.calls if call.startswith("apt-get")] == ["update", "gcc"]


@pytest.mark.parametrize(
    ("uid", "sudo", "line"),
    [
        (PERSON, True, "sudo apt-get update && sudo apt-get install --no-install-recommends gcc"),
        (PERSON, False, "su -c 'apt-get update && apt-get install --no-install-recommends gcc'"),
        (ROOT, False, "apt-get update && apt-get install --no-install-recommends gcc"),
    ],
)
def test_the_line_to_type_is_the_one_this_person_can_type(
    machine: FakeDebian, monkeypatch: pytest.MonkeyPatch, uid: int, sudo: bool, line: str
) -> None:
    monkeypatch.setattr(debian.os, "geteuid", lambda: uid)
    if sudo:
        machine.sudo(allowed=False)
    machine.has(all_of("run", but="gcc"))
    machine.apt_ends_with(100)
    with pytest.raises(DebianError) as error:
        need(["run"])
    assert error.value.how == line


def test_what_apt_said_last_is_kept_when_it_fails(machine: FakeDebian, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(debian.os, "geteuid", lambda: ROOT)
    machine.tool("apt-get", '#!/bin/sh\necho "E: Could not resolve"\nexit 100\n')
    with pytest.raises(DebianError) as error:
        need(["run"])
    assert error.value.log == "E: Could not resolve"


@pytest.mark.parametrize(
    "said", ["Need to get 45.3 MB of archives.", "  Download size: 45.3 MB", "Need to get 45.3 MB/99 MB of"]
)
def test_the_size_is_read_from_both_apts_and_told_with_the_progress(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], said: str
) -> None:
    monkeypatch.setattr("bootstrap.words.SECONDS_BETWEEN_LINES", 0)
    last = debian.watched(
        [f"{said}\n", "dlstatus:1:50.0:Retrieving file 3 of 20\n", "pmstatus:libegl1:12.5:Unpacking\n"]
    )
    told = capsys.readouterr().err
    assert " 50%  tải / fetching 45.3 MB" in told
    assert " 12%  cài / installing libegl1" in told
    assert last == [said]


def test_a_machine_without_dpkg_is_told_so_and_goes_on(
    machine: FakeDebian, capsys: pytest.CaptureFixture[str]
) -> None:
    (machine.folder / "dpkg-query").unlink()
    need(["run"])
    assert "Debian 12" in capsys.readouterr().err
