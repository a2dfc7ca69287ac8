"""Where the portal's program is found: by its socket, beside the frozen program, in a checkout, or nowhere."""

from __future__ import annotations

import os
import socket
import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from kiosk.station import portal_place as place
from kiosk.station.portal_place import PortalPlace, portal_place
from ui.visit.portal_program import ChildProgram, SocketProgram, portal_program

HOSTS = ("dichvucong.gov.vn", "sso.dancuquocgia.gov.vn")


@pytest.fixture(autouse=True)
def not_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.metadata.version", lambda _name: "6.11.3")


@pytest.fixture
def no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr("importlib.metadata.version", absent)


def test_the_units_socket_comes_first(tmp_path: Path, library: None) -> None:
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))
        assert portal_place(tmp_path / "socket") is PortalPlace.UNIT
        assert isinstance(portal_program(HOSTS, socket=tmp_path / "socket"), SocketProgram)


def test_in_a_checkout_it_is_there_with_its_library_and_started_by_this_python(tmp_path: Path, library: None) -> None:
    assert portal_place(tmp_path / "none") is PortalPlace.SOURCES
    found = portal_program(HOSTS, windowed=True, socket=tmp_path / "none")
    assert isinstance(found, ChildProgram)
    assert found.command == (sys.executable, "-P", "-m", "ui.portal", "--hosts", ",".join(HOSTS), "--windowed")


def test_without_the_library_there_is_none(tmp_path: Path, no_library: None) -> None:
    assert portal_place(tmp_path / "none") is PortalPlace.NOWHERE
    assert portal_program(HOSTS, socket=tmp_path / "none") is None


def test_as_root_there_is_none_because_the_sandbox_would_protect_nothing(
    tmp_path: Path, library: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert portal_place(tmp_path / "none") is PortalPlace.NOWHERE


def test_a_frozen_kiosk_finds_it_beside_itself(
    tmp_path: Path, no_library: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(place.UNIT_OF_SYSTEMD, raising=False)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "kiosk-dvc"))
    assert portal_place(tmp_path / "none") is PortalPlace.NOWHERE
    (tmp_path / "kiosk-dvc-portal").touch()
    found = portal_program(HOSTS, socket=tmp_path / "none")
    assert isinstance(found, ChildProgram)
    assert found.command[:2] == (str(tmp_path / "kiosk-dvc-portal"), "--hosts")
    monkeypatch.setenv(place.UNIT_OF_SYSTEMD, "3f2a")
    assert portal_place(tmp_path / "none") is PortalPlace.NOWHERE, "a child of the unit could make no sandbox"


def test_without_official_pages_in_the_content_nothing_is_looked_for(tmp_path: Path, library: None) -> None:
    assert portal_program((), socket=tmp_path / "none") is None


def test_the_environment_of_the_browser_cannot_take_its_sandbox_away(
    tmp_path: Path, library: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QTWEBENGINE_DISABLE_SANDBOX", "0")
    script = "import os,sys; sys.stdout.write(','.join(sorted(os.environ)))"
    line = ChildProgram(command=(sys.executable, "-c", script)).open()
    told = line.read(65_536).decode()
    assert line.over(20)
    line.close()
    assert "PATH" in told
    assert "QTWEBENGINE_DISABLE_SANDBOX" not in told
