"""The memory of the real program after an officer's list of guests, read by another process: nobody stands in it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.memory import Search
from tests.withstand.listing_station import HOLDS, LEFT

ROOT = Path(__file__).resolve().parents[2]
CANARY = {
    "name": "Kiều Ngọc Hải Yến Chim",
    "number": "C9988776",
    "residence": "Làng Chim Cắt Bồ Câu, Tỉnh Nghệ An",
    "reason": "Thăm Chim Sáo Đen",
    "occupation": "Người nuôi chim ri",
}
NEXT = ("Trần Văn Mẫu", "B1234567", "Xóm Hai, Tỉnh Nghệ An", "Du lịch", "Thợ mộc")


@pytest.fixture
def listing(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    words = [sys.executable, "-m", "tests.withstand.listing_station", str(tmp_path)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment
    )
    yield process
    process.kill()
    process.communicate()


def told(process: subprocess.Popen[str], values: tuple[str, ...] = ()) -> str:
    """Give it these values letter by letter, or only its next line; what it then says."""
    assert process.stdin is not None
    assert process.stdout is not None
    for value in values:
        process.stdin.write("".join(f"{word}\n" for word in (len(value), *map(ord, value))))
    if not values:
        process.stdin.write("\n")
    process.stdin.flush()
    return process.stdout.readline().strip()


def test_nobody_of_a_list_stands_in_the_memory_after_the_officer_has_left(
    listing: subprocess.Popen[str], tmp_path: Path
) -> None:
    look = Search(CANARY)
    assert told(listing, tuple(CANARY.values())) == HOLDS
    held = look.in_process(listing.pid)
    assert set(held) == set(CANARY), "the search finds what the program holds"
    assert told(listing) == LEFT
    assert dict(look.in_process(listing.pid)) == {}
    listing.stdin.write("\n")  # type: ignore[union-attr]
    assert told(listing, NEXT) == HOLDS
    assert dict(look.in_process(listing.pid)) == {}
    assert len(list((tmp_path / "stick").iterdir())) == 4, "the lists lie on the officer's stick, and there alone"
    own = (tmp_path / "stick", tmp_path / "paper")
    left = [path for path in tmp_path.rglob("*") if path.is_file() and path.parent not in own]
    assert [path.name for path in left if look.copies(path.read_bytes())] == []
