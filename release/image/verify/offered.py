"""A made-up province's signed content on a stick, for the machine to take while its power fails."""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from kiosk.content.updates import PackFolder
from kiosk.content.updates.manifest import CONTENT
from release.image.loader import mtools
from release.image.verify.sticks import formatted
from release.verify.report import demand
from tests.helpers.province import Province

VERSION = "2099.01.01"
"""Newer than whatever the image brought along."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnTheStick:
    """`content` is what a station must have once it has taken it; `stick` the FAT that brings it and its root;
    `public` the same as a web server's folder."""

    content: Path
    public: Path
    stick: Path


def brought(folder: Path) -> Path:
    """The content in the root of the image whose files lie in `folder`: its program reads it, and a later checkout's
    perhaps not."""
    found = sorted(folder.glob("tree/opt/kiosk-dvc/releases/*/_internal/assets/content"))
    demand(len(found) == 1, f"one content in the image's root: {found}")
    return found[0]


def offered_content(folder: Path) -> OnTheStick:
    """The image's own content under a newer version, signed with keys of this run."""
    content, published = folder / "offered", folder / "province"
    for place in (content, published):
        shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(brought(folder), content)
    pack = content / "pack.toml"
    told = re.sub(r"^version = .*", f'version = "{VERSION}"', pack.read_text("utf-8"), flags=re.MULTILINE)
    pack.write_text(told, "utf-8")
    province = Province(published)
    province.publish(content)
    stick = formatted(folder / "stick-offered.img", "fat")
    mtools(0, "mcopy", stick, "-s", *sorted(province.public.iterdir()), "::")
    return OnTheStick(content=content, public=province.public, stick=stick)


def whole_or_before(state: Path, offered: OnTheStick, *, told: bool) -> bool:
    """Whether the station whose state this is has the new content; then all of it is there. Raises for a part of it,
    and where an update was `told` to be done and is not."""
    packs = PackFolder(state)
    taken = packs.packs / VERSION
    demand(taken.exists() or not told, "an update that was told to be done, kept")
    if not taken.exists():
        return False
    for file in sorted(path for path in offered.content.rglob("*") if path.is_file()):
        there = taken / CONTENT / file.relative_to(offered.content)
        demand(there.is_file() and there.read_bytes() == file.read_bytes(), f"the whole of {file.name} after a cut")
    demand(packs.newest(), "the new content believed by the program")
    return True
