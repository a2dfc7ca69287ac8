"""The image's bill of materials: every Debian package in it with its version, and our own packages.

What is bundled in our packages stands in their own bills, and every licence below /usr/share/doc.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from release.image.chroot import inside
from release.sbom import write_sbom

DOC = "usr/share/doc/kiosk-image"


def installed(tree: Path, stamp: int) -> list[str]:
    """`name=version` of each package that dpkg knows as installed."""
    told = inside(tree, "dpkg-query -W -f '${db:Status-Status} ${Package}=${Version}\\n'", stamp=stamp)
    rows = [line.partition(" ") for line in told.splitlines()]
    return sorted({one for status, _, one in rows if status == "installed"})


def write_materials(tree: Path, packages: Sequence[Path], stamp: int) -> Path:
    """`sbom.cdx.json` in the image's documentation; the version is that of our first package."""
    doc = tree / DOC
    doc.mkdir(parents=True, exist_ok=True)
    version = packages[0].name.split("_")[1]
    file = doc / "sbom.cdx.json"
    write_sbom([], installed(tree, stamp), version, file, named="kiosk-image")
    return file
