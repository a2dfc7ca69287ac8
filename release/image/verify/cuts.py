"""The power fails while the machine counts and updates; then its disk is looked at from outside.

Each cut begins at one saved moment of the running machine, so it costs seconds and not a start.
"""

from __future__ import annotations

import os
import random
import re
import sqlite3
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from release.image.partitions import MIB
from release.image.verify.machine import BootedPc, take_partition
from release.image.verify.offered import offered_content, whole_or_before
from release.image.verify.sticks import MOUNTED
from release.verify.machine import wait_for
from release.verify.report import demand, report
from tests.prove.forgetting import Searching

MOMENT = "ready"
WORK = (
    f"place=$({{ {MOUNTED}; }} | cut -d ' ' -f 1); "
    "install -D -m 644 $place/metadata/1.root.json /etc/kiosk-dvc/trust/update/root.json; "
    '{ kiosk-dvc update now --from "$place" >/dev/null 2>&1; echo UPDATED $?; } & '
    "n=0; while :; do n=$((n+1)); "
    "kiosk-dvc counts hours --volunteers $((n % 90 + 1)) --hours 1 >/dev/null 2>&1 && echo ACK $((n % 90 + 1)); done"
)
"""Counted without end, and signed content taken from the stick beside it."""
STATE = "var/lib/kiosk-dvc"
COUNTS = f"{STATE}/counts.sqlite"
ACKNOWLEDGED = r"ACK (\d+)\n"
SOON_S, WITHIN_S = 2.0, 20.0
"""From the first acknowledged count to the cut."""
FIRST_COUNT_S = 300.0
"""The program's start alone takes a computed machine half a minute."""
PIECE = 16 * MIB
OVERLAP = 4096
"""Bytes; longer than any value in any writing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedAt:
    """The state partition after a cut: its bytes, and its files once its journal was played."""

    raw: Path
    files: Path


def cut(
    start: Callable[[Sequence[str]], BootedPc], times: int, searched: Mapping[str, str], *, within_s: float = WITHIN_S
) -> None:
    """`start` makes the machine with further words of QEMU's, its overlay kept; `within_s` from the first count to
    the cut, at most. Raises for what was lost."""
    chosen = random.Random(7)  # noqa: S311 - moments of a trial
    searching = Searching(searched)
    kept = updated = 0
    offered = None
    for _ in range(times):
        machine = start(["-loadvm", MOMENT])
        offered = offered or offered_content(machine.folder)
        machine.control.plug("offered", offered.stick)
        wait_for(lambda machine=machine: machine.run(MOUNTED).strip(), "the stick with the new content", 60)  # type: ignore[misc]
        said = machine.watched(WORK, chosen.uniform(SOON_S, within_s), after=ACKNOWLEDGED, patience_s=FIRST_COUNT_S)
        machine.cut()
        looked = _state(machine)
        acknowledged = [int(found) for found in re.findall(ACKNOWLEDGED, said)]
        _whole(looked, acknowledged)
        kept += len(acknowledged)
        updated += whole_or_before(looked.files / STATE, offered, told="UPDATED 0" in said)
        found = searching.look("power cut", "disk", _pieces(looked.raw)).found
        demand(not found, f"nothing of the visitor on the disk: {dict(found)}")
    demand(kept, "something counted before the cuts")
    report(
        f"{times} power cuts: database whole, {kept} acknowledged counts kept, content whole and {updated} times the "
        "new one, the visitor in 0 bytes of the disk"
    )


def _state(machine: BootedPc) -> LookedAt:
    raw, files = machine.folder / "state.raw", machine.folder / "state"
    take_partition(machine.overlay, "kiosk-state", raw)
    checked = subprocess.run(["e2fsck", "-p", raw], capture_output=True, text=True, check=False)
    demand(checked.returncode in {0, 1}, f"a file system that repairs itself: {checked.stdout[-300:]}")
    subprocess.run(["rm", "-rf", files], check=True)
    files.mkdir()
    subprocess.run(["debugfs", "-R", f"rdump / {files}", raw], check=True, capture_output=True)
    return LookedAt(raw=raw, files=files)


def _whole(looked: LookedAt, acknowledged: list[int]) -> None:
    with closing(sqlite3.connect(looked.files / COUNTS)) as counts:
        (integrity,) = counts.execute("pragma integrity_check").fetchone()
        rows = counts.execute("SELECT count FROM entered WHERE kind = 'volunteers'").fetchall()
    demand(integrity == "ok", f"a whole database: {integrity}")
    if acknowledged:
        # the one after the last acknowledged may stand there too: it was written and its answer was cut off
        after = acknowledged[-1] % 90 + 1
        demand(rows and rows[0][0] in {acknowledged[-1], after}, f"{acknowledged[-1]} kept: {rows}")


def _pieces(file: Path) -> Iterator[bytes]:
    """The bytes of a file; pieces overlap, so that a value on their border is whole in one."""
    with file.open("rb") as opened:
        while piece := opened.read(PIECE):
            yield piece
            if len(piece) == PIECE:
                opened.seek(-OVERLAP, os.SEEK_CUR)
