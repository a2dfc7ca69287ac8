"""The image's Debian: one mmdebstrap, kept below `build/image` until what it is asked for changes.

Debian's packages move on: a root that is kept is what makes two images the same, and `fresh` is how the province's
next image gets the security updates.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from release.folder import ROOT, source_date
from release.image.contents import COMPONENTS, KEPT, LEFT_OUT, SIGNED_LOADERS, SUITE, packages

WORK = ROOT / "build" / "image"
LOADERS = "boot/loaders"
"""Where the signed loaders' packages lie in the tar, unopened."""
FETCH_LOADERS = (
    f'mkdir -p "$1/{LOADERS}" && cd "$1/{LOADERS}" && '
    f'APT_CONFIG="$MMDEBSTRAP_APT_CONFIG" apt-get -q -o APT::Sandbox::User=root download {" ".join(SIGNED_LOADERS)}'
)


def asked_of_debian(ours: Iterable[Path]) -> list[str]:
    """What the image wants of Debian: its own list, and what our packages depend on."""
    needed = {name for package in ours for name in _depends(package)}
    return sorted({*packages(), *needed})


def _depends(package: Path) -> list[str]:
    told = subprocess.run(["dpkg-deb", "-f", package, "Depends"], capture_output=True, text=True, check=True).stdout
    names = [re.split(r"[ (|]", one.strip())[0] for one in told.split(",") if one.strip()]
    return [name for name in names if not name.startswith("kiosk-dvc")]


def kept_root(names: list[str]) -> Path:
    """Where the root of these packages lies, or will."""
    wanted = "\n".join((SUITE, COMPONENTS, FETCH_LOADERS, *LEFT_OUT, *KEPT, *names))
    return WORK / f"root-{hashlib.sha256(wanted.encode()).hexdigest()[:16]}.tar"


def debian_root(names: list[str], *, fresh: bool = False) -> Path:
    """The root as a tar, made when it is not there or is to be `fresh`. Raises `CalledProcessError`."""
    root = kept_root(names)
    if root.exists() and not fresh:
        return root
    WORK.mkdir(parents=True, exist_ok=True)
    half = root.with_suffix(".half.tar")
    half.unlink(missing_ok=True)
    paths = [f"--dpkgopt=path-exclude={path}" for path in LEFT_OUT]
    paths += [f"--dpkgopt=path-include={path}" for path in KEPT]
    asked = [f"--components={COMPONENTS}", f"--include={','.join(names)}", f"--customize-hook={FETCH_LOADERS}"]
    shape = ["--mode=root", "--variant=minbase", "--format=tar", '--aptopt=APT::Install-Recommends "false"']
    fixed = {**os.environ, "SOURCE_DATE_EPOCH": str(source_date()), "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["mmdebstrap", *shape, *paths, *asked, SUITE, half], check=True, env=fixed)
    half.replace(root)
    return root
