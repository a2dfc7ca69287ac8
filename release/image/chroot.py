"""A command inside the image's tree, as its own root, with a /proc, /dev, /run and /tmp that vanish with it."""

from __future__ import annotations

import subprocess
from pathlib import Path

ENTERED = (
    'mount -t proc proc "$1/proc"; mount --rbind /dev "$1/dev"; '
    'mount -t tmpfs tmpfs "$1/run"; mount -t tmpfs tmpfs "$1/tmp"; '
    'exec chroot "$1" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive '
    'SOURCE_DATE_EPOCH="$3" sh -ec "$2"'
)


def inside(tree: Path, command: str, *, stamp: int) -> str:
    """What a shell command prints inside `tree`; `stamp` is the SOURCE_DATE_EPOCH of all it makes. Needs root.

    Raises `RuntimeError` with the last words of a command that failed.
    """
    words: list[str | Path] = [
        "unshare",
        "--mount",
        "--propagation",
        "private",
        "sh",
        "-ec",
        ENTERED,
        "sh",
        tree,
        command,
        str(stamp),
    ]
    done = subprocess.run(words, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    if done.returncode:
        raise RuntimeError(f"{command!r} ended with {done.returncode}:\n{done.stdout[-1500:]}{done.stderr[-1500:]}")
    return done.stdout
