"""`python3 -m bootstrap PURPOSES DEBIAN`: everything is there afterwards. `--only-look` changes nothing.
`--frameworks`: the practice portals' web frameworks too (`bootstrap/npm.py`).

PURPOSES are words of `requirements.lock` ("run", "run,test"); DEBIAN are groups of `bootstrap/debian.py`. The folder
of the virtual environment is STATION_VENV, or `.venv` beside the program. Ends with 0 when all is there, 1 when
`--only-look` finds it is not, 3 when something could not be had.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from bootstrap.debian import DebianError, need
from bootstrap.lock_file import LOCK, ROOT, Locked, chosen, fits, read_lock
from bootstrap.npm import NpmError, need_frameworks
from bootstrap.pip import PipError
from bootstrap.venv import Venv, alone
from bootstrap.words import say

NOT_THERE = 1
NOT_TO_BE_HAD = 3


def main(words: list[str]) -> int:
    """Make the environment named by `words` and return the exit code of the module's opening words."""
    only_look = "--only-look" in words
    purposes_of, *groups_of = [word for word in words if not word.startswith("-")]
    purposes = set(purposes_of.split(","))
    venv = Venv(Path(os.environ.get("STATION_VENV") or ROOT / ".venv"))
    lock = (ROOT / LOCK).read_text("utf-8")
    packages = chosen(read_lock(lock), purposes)
    if only_look:
        return 0 if venv.holds(packages) else NOT_THERE
    try:
        need(groups_of[0].split(",") if groups_of else ())
        if "--frameworks" in words:
            need_frameworks(ROOT)
        if venv.holds(packages):
            return 0
        return set_up(venv, packages, purposes, lock)
    except DebianError as error:
        tell_debian(error)
    except NpmError as error:
        sys.stderr.write(f"{error}\n")
        say(
            "chưa cài được các thư viện web, lý do ở ngay trên. Xin xem lại mạng rồi chạy lại",
            "the web frameworks could not be installed (see above): check the network, run this again",
        )
    except (PipError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        say(
            "chưa cài được các gói Python, lý do ở ngay trên. Xin xem lại mạng, chỗ trống trên đĩa rồi chạy lại",
            "the Python packages could not be installed (see above): check network and disk space, run this again",
        )
    return NOT_TO_BE_HAD


def set_up(venv: Venv, packages: list[Locked], purposes: set[str], lock: str) -> int:
    """The environment and what belongs in it."""
    if not fits(lock, (ROOT / "pyproject.toml").read_text("utf-8")):
        say(
            f"{LOCK} không khớp với pyproject.toml: xin chạy ./station lock",
            f"{LOCK} was not made from this pyproject.toml: run ./station lock",
        )
        if "lock" not in purposes:
            return NOT_TO_BE_HAD
    with alone(venv.folder):
        if not venv.holds(packages):
            if not venv.folder.exists() or venv.is_half():
                venv.make()
            venv.fill(packages)
    return 0


def tell_debian(error: DebianError) -> None:
    """What apt said, and the line to type."""
    if error.log:
        sys.stderr.write(f"{error.log}\n")
    say(
        "còn thiếu gói Debian. Xin gõ dòng dưới đây, rồi chạy lại lệnh này:",
        "Debian packages are missing. Type this line, then run this command again:",
    )
    sys.stderr.write(f"\n    {error.how}\n\n")


if __name__ == "__main__":
    try:
        code = main(sys.argv[1:])
    except KeyboardInterrupt:
        say("đã dừng; chạy lại lệnh này là làm tiếp", "stopped; running this command again goes on")
        code = 130
    sys.exit(code)
