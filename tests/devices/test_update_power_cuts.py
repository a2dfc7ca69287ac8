"""The power fails at any moment of an update: the station starts with the old pack or the new one, and goes on.

Every call that changes the disk is one moment; a copy of the station dies at each of them in turn, then a process
that talks to a real server dies at random times. A full disk is a real one, of 200 kilobytes.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.clock import Clock
from kiosk.content.updates import PackFolder, current_pack, version_of
from kiosk.content.updates.updating import NothingNew, Updated, update
from tests.helpers.mounts import NO_MOUNT
from tests.helpers.province import Province, static_server, write_pack

ROOT = Path(__file__).resolve().parents[2]
OLD, NEW = "2026.11.24", "2026.12.01"
CHANGES = {"open", "os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.symlink", "os.link", "os.truncate"}
UPDATE = """
import sys
from pathlib import Path
from kiosk.clock import Clock
from kiosk.content.updates import PackFolder, updating
source, state, root, spare = sys.argv[1:]
updating.SPARE = int(spare)
print("ready", flush=True)
print(updating.update(source, PackFolder(Path(state)), Path(root).read_bytes(), trial=lambda _: (), now=Clock().utc))
"""


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Province:
    """A province that has released `NEW`, and `before/`, a station that has `OLD`."""
    folder = tmp_path_factory.mktemp("province")
    province = Province(folder / "repo")
    province.publish(pack(folder, OLD))
    assert isinstance(taken(province, folder / "before"), Updated)
    province.publish(pack(folder, NEW))
    return province


def pack(folder: Path, version: str) -> Path:
    texts = {f"notices__text-{number}__toml": f'text = "{version}"\n' for number in range(6)}
    return write_pack(folder / version, version, **texts)


def taken(province: Province, state: Path, source: str = "") -> object:
    return update(
        source or str(province.public), PackFolder(state), province.root, trial=lambda _: (), now=Clock().utc
    )


def reads(state: Path) -> str:
    """The version the station starts with; every file of it is of that version, or it is a mixture."""
    folder = current_pack(state, state / "no-shipped-pack")
    version = str(version_of(folder))
    texts = {path.read_text("utf-8") for path in folder.rglob("*.toml") if path.name != "pack.toml"}
    assert texts == {f'text = "{version}"\n'}
    return version


def die_at(moment: int, state: Path) -> None:
    """In this process: die, as by a power cut, before the given change of the state folder."""
    seen = 0

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal seen
        if event not in CHANGES or str(state) not in str(arguments[0]):
            return
        if event == "open" and not (isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)):
            return
        seen += 1
        if seen == moment:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


def updated_until(province: Province, state: Path, moment: int, source: str) -> bool:
    """Update in a copy of this process that dies at the moment; whether it lived to the end."""
    child = os.fork()
    if child == 0:
        try:
            die_at(moment, state)
            taken(province, state, source)
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.fixture(params=["stick", "server"])
def source(request: pytest.FixtureRequest, province: Province) -> Iterator[str]:
    """The folder itself, or a real static server over it."""
    if request.param == "stick":
        yield str(province.public)
        return
    with static_server(province.public) as address:
        yield address


def test_a_power_cut_at_any_moment_leaves_the_old_pack_or_the_new_one(
    province: Province, source: str, tmp_path: Path
) -> None:
    before, found = province.place.parent / "before", []
    for moment in range(1, 500):
        state = tmp_path / str(moment)
        shutil.copytree(before, state, symlinks=True)
        lived = updated_until(province, state, moment, source)
        found.append(reads(state))
        assert isinstance(taken(province, state, source), Updated | NothingNew)
        assert reads(state) == NEW
        shutil.rmtree(state)
        if lived:
            break
    assert len(found) > 30
    assert found == sorted(found)
    assert {found[0], found[-2]} == {OLD, NEW}


def test_a_process_killed_at_random_times_leaves_the_old_pack_or_the_new_one(
    province: Province, tmp_path: Path
) -> None:
    before, chance = province.place.parent / "before", random.Random(7)
    root = tmp_path / "root.json"
    root.write_bytes(province.root)
    with static_server(province.public) as address:
        for round_ in range(12):
            state = tmp_path / f"state-{round_}"
            shutil.copytree(before, state, symlinks=True)
            process = subprocess.Popen(
                [sys.executable, "-c", UPDATE, address, str(state), str(root), "0"],
                cwd=ROOT,
                stdout=subprocess.PIPE,
            )
            assert process.stdout
            assert process.stdout.readline() == b"ready\n"
            time.sleep(chance.uniform(0, 0.25))
            process.kill()
            process.communicate()
            assert reads(state) in (OLD, NEW)
            assert isinstance(taken(province, state), Updated | NothingNew)
            assert reads(state) == NEW


def test_every_file_is_on_the_disk_before_the_pack_becomes_current(
    province: Province, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state, order = tmp_path / "state", list[str]()
    shutil.copytree(province.place.parent / "before", state, symlinks=True)
    settled, renamed = os.fsync, Path.rename

    def fsync(descriptor: int) -> None:
        order.append(str(Path(f"/proc/self/fd/{descriptor}").readlink()))
        settled(descriptor)

    def rename(path: Path, target: Path) -> Path:
        order.append(f"rename {path.name} {target.name}")
        return renamed(path, target)

    monkeypatch.setattr("os.fsync", fsync)
    monkeypatch.setattr(Path, "rename", rename)
    assert isinstance(taken(province, state), Updated)
    switch = order.index(f"rename pack {NEW}")
    unpacked = state / "content" / "incoming" / "pack"
    names = [path.relative_to(state / "content" / "packs" / NEW) for path in current_files(state)]
    assert {str(unpacked / name) for name in names} <= set(order[:switch])
    assert order[switch + 1 :] == [str(state / "content" / "packs")]


def current_files(state: Path) -> list[Path]:
    """The current pack, its manifest and its folders."""
    return list((state / "content" / "packs" / NEW).rglob("*"))


def test_a_disk_that_is_really_full_leaves_the_old_pack(province: Province, tmp_path: Path) -> None:
    if subprocess.run(["unshare", "-rm", "true"], check=False).returncode:
        pytest.skip(NO_MOUNT)
    disk, root, script = tmp_path / "disk", tmp_path / "root.json", tmp_path / "update.py"
    disk.mkdir()
    root.write_bytes(province.root)
    script.write_text(UPDATE, "utf-8")
    steps = f"""
        set -e
        mount -t tmpfs -o size=200k tmpfs {disk}
        cp -r {province.place.parent}/before/. {disk}/
        head -c 1000000 /dev/zero >{disk}/ballast 2>/dev/null || true
        {sys.executable} {script} {province.public} {disk} {root} -1000000000
        rm {disk}/ballast
        ls {disk}/content/packs
        {sys.executable} {script} {province.public} {disk} {root} 0
        ls {disk}/content/packs
    """
    ran = subprocess.run(
        ["unshare", "-rm", "bash", "-c", steps],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0, ran.stderr
    said = ran.stdout.splitlines()
    assert "update.disk-full" in said[1]
    assert said[2] == OLD
    assert said[4].startswith("Updated")
    assert said[5:] == [OLD, NEW]
