"""The frozen browser is seen to stand: as an ordinary user, with its sandbox, in the kiosk's folder."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from kiosk.filing.messages import Ready
from kiosk.filing.wire import read_from_portal
from release.folder import ROOT
from release.portal_folder import PROGRAM

NOBODY = 65534
PATIENCE_S = 180


def ready_portal(own: Path, kiosk: Path) -> Ready:
    """What the portal's program says once Chromium stands, started from both folders laid together as on a station.

    Raises `RuntimeError` with the end of what it complained of.
    """
    with tempfile.TemporaryDirectory(prefix="portal-proof-", dir=ROOT / "build") as name:
        place, home = Path(name) / "release", Path(name) / "home"
        shutil.copytree(kiosk, place, symlinks=True, copy_function=os.link)
        shutil.copytree(own, place, symlinks=True, copy_function=os.link, dirs_exist_ok=True)
        home.mkdir(mode=0o700)
        Path(name).chmod(0o755)
        who: list[str] = []
        if os.geteuid() == 0:
            os.chown(home, NOBODY, NOBODY)
            who = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--no-new-privs", "--"]
        return _first_word([*who, str(place / PROGRAM), "--hosts", "dichvucong.gov.vn"], home)


def _first_word(command: list[str], home: Path) -> Ready:
    places = dict.fromkeys(("HOME", "TMPDIR", "XDG_RUNTIME_DIR"), str(home))
    bare = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen", **places}
    with tempfile.TemporaryFile() as errors:
        limited = ["timeout", "--kill-after=5", str(PATIENCE_S), *command]
        process = subprocess.Popen(
            limited, env=bare, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, bufsize=0
        )
        with process:
            said = read_from_portal(process.stdout.read) if process.stdout else None
            if process.stdin:
                process.stdin.close()  # nobody is there any more: it ends
            process.wait()
        if isinstance(said, Ready):
            return said
        errors.seek(0)
        raise RuntimeError(f"the portal's program does not stand: {errors.read().decode(errors='replace')[-2000:]}")
