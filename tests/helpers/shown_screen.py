"""The shipped launch, `screen` and its sway, on a screen that exists in memory only, as an ordinary user.

`grim` photographs what the compositor shows. The environment is the unit's own; different are the back end, which
needs no graphics card, and the places written to. Run as root, everything is started as `nobody`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage

ROOT = Path(__file__).resolve().parents[2]
TREE = ROOT / "config" / "deployment" / "tree"
LAUNCH = TREE / "usr" / "lib" / "kiosk-dvc" / "screen"
UNIT = TREE / "lib" / "systemd" / "system" / "kiosk-dvc.service"
PROGRAMS = ("sway", "swaymsg", "grim", "setpriv")
PATIENCE = 60.0
ALIKE = 0.97
"""Share of equal pixels from which a photograph shows the program's picture; a small drawing may move in between. Of
two different pages about 0.6 is equal."""


def missing_programs() -> list[str]:
    """What has to be installed before any of this can run."""
    return [name for name in PROGRAMS if not shutil.which(name)]


def unit_environment() -> dict[str, str]:
    """What the shipped unit hands to the launch."""
    lines = [line for line in UNIT.read_text("utf-8").splitlines() if line.startswith("Environment=")]
    return dict(word.split("=", 1) for line in lines for word in line.removeprefix("Environment=").split())


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownScreen:
    """One launch under way, or over."""

    folder: Path
    environment: dict[str, str]
    launch: subprocess.Popen[bytes]

    @property
    def runtime(self) -> Path:
        """The folder of the compositor's sockets."""
        return self.folder / "run"

    def said(self) -> str:
        """What launch, compositor and program wrote."""
        return (self.folder / "said").read_text("utf-8", errors="replace")

    def photograph(self, name: str = "photograph", output: str = "") -> QImage:
        """What the screen shows now; `output` is one of several."""
        file = self.folder / f"{name}.png"
        display = {"WAYLAND_DISPLAY": next(self.runtime.glob("wayland-?")).name}
        one = ["-o", output] if output else []
        argv = [*_somebody(), "grim", "-l", "1", *one, str(file)]
        subprocess.run(argv, env={**self.environment, **display}, check=True, timeout=PATIENCE, capture_output=True)
        return QImage(str(file)).convertToFormat(QImage.Format.Format_RGB32)

    def picture_at_rest(self, *, other_than: QImage | None) -> QImage:
        """The first picture that differs from that one and is the same twice. Raises `TimeoutError`."""
        last = None
        for _ in patiently("another picture on the screen"):
            now = self.photograph()
            if now == last and now != other_than:
                return now
            last = now
        raise AssertionError("unreachable")

    def wait_for(self, file: Path) -> None:
        """Until the program has written that file. Raises `TimeoutError`, or `RuntimeError` when the launch ended."""
        for _ in patiently(f"{file.name}: {self.said()[-2000:]}"):
            if file.exists():
                return
            if self.launch.poll() is not None:
                raise RuntimeError(f"the launch ended with {self.launch.returncode}: {self.said()[-2000:]}")

    def processes(self, name: str) -> list[int]:
        """The numbers of this launch's own processes of that name."""
        children = Path(f"/proc/{self.launch.pid}/task/{self.launch.pid}/children").read_text().split()
        return [int(pid) for pid in children if Path(f"/proc/{pid}/comm").read_text().strip() == name]


def patiently(what: str) -> Iterator[None]:
    """Again and again, for a minute. Raises `TimeoutError` that names `what` was waited for."""
    started = time.monotonic()
    while time.monotonic() - started < PATIENCE:
        yield
        time.sleep(0.05)
    raise TimeoutError(f"not seen: {what}")


def _somebody() -> list[str]:
    nobody = ["--reuid=nobody", "--regid=nogroup", "--clear-groups"] if os.geteuid() == 0 else []
    return ["setpriv", "--pdeathsig=TERM", *nobody]


@contextmanager
def shown_screen(*program: str, **different: str) -> Iterator[ShownScreen]:
    """The program under the shipped launch, in a folder of its own that `FOLDER` in its words stands for."""
    with tempfile.TemporaryDirectory(prefix="screen-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "run").mkdir(mode=0o700)
        if os.geteuid() == 0:
            for place in (folder, folder / "run"):
                shutil.chown(place, "nobody", "nogroup")
        environment = unit_environment() | {
            "WLR_BACKENDS": "headless",
            "WLR_LIBINPUT_NO_DEVICES": "1",
            "PATH": os.environ["PATH"],
            "PYTHONPATH": str(ROOT),
            "XDG_RUNTIME_DIR": str(folder / "run"),
            **dict.fromkeys(("HOME", "XDG_CACHE_HOME", "TMPDIR"), name),
            **different,
        }
        words = [word.replace("FOLDER", name) for word in program]
        with (folder / "said").open("wb") as said:
            launch = subprocess.Popen(
                [*_somebody(), str(LAUNCH), *words], env=environment, cwd=ROOT, stdout=said, stderr=said
            )
        try:
            yield ShownScreen(folder=folder, environment=environment, launch=launch)
        finally:
            launch.terminate()
            launch.wait(timeout=PATIENCE)


def follow(screen: ShownScreen) -> list[str]:
    """Every state of an untouched walk, seen by photographs alone; of states that stay, alike to the program's own
    picture. Raises `TimeoutError` or `AssertionError` at a state that the screen does not show."""
    names: list[str] = []
    last: QImage | None = None
    while screen.launch.poll() is None:
        told = (screen.folder / "now").read_text().split() if (screen.folder / "now").exists() else []
        if len(told) != 2 or int(told[0]) != len(names) + 1:
            time.sleep(0.02)
            continue
        number, name = told
        last = screen.picture_at_rest(other_than=last)
        (screen.folder / f"seen-{number}").touch()
        names.append(name)
        if not name.startswith("slide"):
            own = screen.folder / f"{number}.png"
            screen.wait_for(own)
            share = alike(last, QImage(str(own)).convertToFormat(last.format()))
            assert share >= ALIKE, f"the screen shows {share:.1%} of what the program draws at {name}"
    return names


def alike(one: QImage, other: QImage) -> float:
    """Share of pixels that are the same in two pictures of four bytes a pixel; 0 for two sizes."""
    if one.size() != other.size():
        return 0.0
    first, second = (np.frombuffer(image.constBits(), dtype=np.uint32) & 0xFFFFFF for image in (one, other))
    return float((first == second).mean())
