"""The short form of `./station prove power`: the power fails before many a write, and a torn disk is noticed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from devices.system import files
from tests.power.cutting import Torn, cut_before, tear
from tests.power.pieces import Piece, pieces
from tests.power.trial import try_piece

EVERY = {"counts": 9, "closed day and outbox": 9, "content": 9}
"""The long pieces of work; the others are cut at every moment."""
LEAST = {"settings": 10, "PIN": 10, "hand-over": 8, "counts": 8, "closed day and outbox": 8, "content": 6}


@pytest.fixture(scope="module")
def by_name(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Piece]:
    return {piece.name: piece for piece in pieces(tmp_path_factory.mktemp("pieces"))}


@pytest.mark.parametrize("name", LEAST)
def test_a_power_cut_at_any_write_breaks_nothing(by_name: dict[str, Piece], tmp_path: Path, name: str) -> None:
    tried = try_piece(by_name[name], tmp_path, every=EVERY.get(name, 1))
    assert tried.broken == []
    assert tried.moments >= LEAST[name]
    assert tried.cuts > tried.moments


def carelessly(folder: Path, tell: Callable[[bytes], None]) -> None:
    """As a program writes that thinks of no power cut: in place, and never settled."""
    (folder / "kept").write_bytes(b"new" * 2_000)
    tell(b"1")


def look(folder: Path, told: bytes) -> None:
    found = (folder / "kept").read_bytes()
    assert found in (b"old" * 2_000, b"new" * 2_000)
    assert found.startswith(b"new") or not told


def test_a_file_that_is_written_in_its_place_is_found_broken(tmp_path: Path) -> None:
    piece = Piece(
        name="careless",
        prepare=lambda folder: (folder / "kept").write_bytes(b"old" * 2_000) and None,
        work=carelessly,
        look=look,
    )
    assert try_piece(piece, tmp_path).broken


def test_a_name_in_a_folder_that_was_not_settled_comes_back(
    by_name: dict[str, Piece], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "settle", lambda _folder: None)
    tried = try_piece(by_name["PIN"], tmp_path)
    assert any("bought another try" in each and Torn.NAMES.value in each for each in tried.broken)


def test_what_was_settled_is_never_torn(tmp_path: Path) -> None:
    folder = tmp_path / "there"
    folder.mkdir()

    def settles(tell: Callable[[bytes], None]) -> None:
        from devices.system.files import write_settled

        write_settled(folder / "whole", b"x" * 9_000)
        tell(b"1")
        (folder / "later").write_bytes(b"y")

    last = cut_before(10_000, folder, settles)
    assert last.lived
    cut = cut_before(last.changes, folder_again(folder), settles)
    assert not cut.lived
    assert tear(folder, cut, Torn.ZEROS) == 0
    assert (folder / "whole").read_bytes() == b"x" * 9_000


def folder_again(folder: Path) -> Path:
    for path in folder.iterdir():
        path.unlink()
    return folder
