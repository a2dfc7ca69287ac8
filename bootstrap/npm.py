"""The web frameworks that the tests' practice portals are built on, by Debian's npm from a lock with a hash for each.

Only `./station portal` asks for them; nothing of them gets into the program. They lie in `build/`, whole or not
at all.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from bootstrap.words import say

ASKED = Path("tests/portal")
"""Where `package.json` and its lock lie, from the project's folder."""
MADE = Path("build/portal")
"""Where `node_modules` lies afterwards."""
LOCK = "package-lock.json"
QUIET = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
"""No script of a package is run, nothing is asked that the lock does not say."""


class NpmError(Exception):
    """The frameworks could not be had; the text is the end of what npm said."""


def need_frameworks(root: Path) -> None:
    """Install what the lock says, unless it lies there already. Raises `NpmError`: no network, or another hash."""
    asked, made = root / ASKED, root / MADE
    lock = (asked / LOCK).read_bytes()
    if (made / "node_modules").is_dir() and (made / LOCK).read_bytes() == lock:
        return
    say("đang cài các thư viện web cho cổng thử bằng npm", "installing the practice portals' web frameworks (npm)")
    fresh = made.with_name(f"{made.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    for name in ("package.json", LOCK):
        shutil.copyfile(asked / name, fresh / name)
    done = subprocess.run(["npm", "ci", *QUIET], cwd=fresh, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise NpmError((done.stderr or done.stdout)[-2000:])
    shutil.rmtree(made, ignore_errors=True)
    fresh.rename(made)
