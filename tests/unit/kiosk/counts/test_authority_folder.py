"""The province's authority is made once; the server's certificate anew where its names changed or its end is near."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from kiosk.clock import Clock
from kiosk.counts import authority_folder
from kiosk.counts.authority import LEAF_DAYS
from kiosk.errors import KioskError

NOW = Clock().utc()


def made(folder: Path, *hosts: str, now: datetime = NOW) -> dict[str, bytes]:
    authority_folder.make(folder, hosts, now)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_made_again_with_the_same_names_nothing_changes(tmp_path: Path) -> None:
    first = made(tmp_path / "ca", "counts.vn", "192.0.2.1")
    assert sorted(first) == ["ca.crt", "ca.key", "server.crt", "server.key"]
    assert made(tmp_path / "ca", "192.0.2.1", "counts.vn") == first
    assert all(path.stat().st_mode & 0o077 == 0 for path in (tmp_path / "ca").iterdir())


def test_another_name_or_a_near_end_gives_the_server_a_new_certificate_of_the_same_authority(tmp_path: Path) -> None:
    first = made(tmp_path, "counts.vn")
    renamed = made(tmp_path, "counts.example.vn")
    late = made(tmp_path, "counts.example.vn", now=NOW + timedelta(days=LEAF_DAYS - 30))
    assert first["server.crt"] != renamed["server.crt"] != late["server.crt"]
    assert first["ca.crt"] == renamed["ca.crt"] == late["ca.crt"]


def test_an_authority_that_is_none_is_named(tmp_path: Path) -> None:
    made(tmp_path, "counts.vn")
    (tmp_path / "ca.key").write_bytes(b"not a key")
    with pytest.raises(KioskError, match="are not a certificate and its key"):
        authority_folder.read(tmp_path)
