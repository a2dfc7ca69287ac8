"""Cuts the power at every change of every piece of work, and counts what came of it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.power.cutting import Torn, cut_before, tear
from tests.power.pieces import Piece, pieces

MOST = 2_000


@dataclass(slots=True, kw_only=True)
class Tried:
    """One piece of work: how many moments, cuts and torn files, and what broke."""

    piece: str
    moments: int = 0
    cuts: int = 0
    torn_files: int = 0
    broken: list[str] = field(default_factory=list)

    def written(self) -> str:
        """For a person."""
        told = f"{self.piece:<24}{self.moments:>8}{self.cuts:>8}{self.torn_files:>8}{len(self.broken):>8}"
        return "\n".join([told, *(f"    {each}" for each in self.broken[:10])])


HEAD = f"{'piece of work':<24}{'moments':>8}{'cuts':>8}{'torn':>8}{'broken':>8}"


def try_piece(piece: Piece, folder: Path, *, every: int = 1, offset: int = 0) -> Tried:
    """Cut at every moment, or at each so-many-th; each time every kind of torn disk."""
    tried = Tried(piece=piece.name)
    for moment in range(1 + offset, MOST, every):
        place = folder / "now"
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(parents=True)
        piece.prepare(place)
        cut = cut_before(moment, place, lambda tell, place=place: piece.work(place, tell))  # type: ignore[misc]
        tried.moments += 1
        for torn in Torn:
            copy = folder / "torn"
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(place, copy, symlinks=True)
            changed = 0 if cut.lived else tear(copy, cut, torn)
            if torn is not Torn.ALL and not changed:
                continue
            tried.cuts += 1
            tried.torn_files += changed
            try:
                piece.look(copy, cut.told)
            except Exception as fault:  # noqa: BLE001 - whatever goes wrong after a cut is what is looked for
                tried.broken.append(f"moment {moment}, {torn.value}: {type(fault).__name__} {fault}")
        if cut.lived:
            break
    return tried


def try_all(*, every: int = 1, names: Sequence[str] = ()) -> list[Tried]:
    """All pieces of work, or those named."""
    with tempfile.TemporaryDirectory(prefix="power-") as name:
        root = Path(name)
        return [
            try_piece(piece, root / str(number), every=every)
            for number, piece in enumerate(pieces(root))
            if not names or piece.name in names
        ]
