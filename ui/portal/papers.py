"""The visit's scans, handed to a page that asks for a file after a person's tap. No file lies on a disk.

On Linux the bytes stay in anonymous memory of this process (memfd) and a link in a folder of the tmpfs gives them a
name: an upload by `/proc/self/fd/31` would be called "31". The bytes go with the process, even when it is killed.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from kiosk.filing.entry import Attachment
from kiosk.filing.page_rules import Rules

MEMORY = (os.environ.get("XDG_RUNTIME_DIR", ""), "/dev/shm")  # noqa: S108 a folder of our own is made in it


def offered(attachments: Sequence[Attachment], rules: Rules, accepts: Sequence[str]) -> tuple[bool, ...]:
    """Of each paper, whether the page takes it: its type and size, as the host and the field ask."""
    return tuple(_fits(each, rules, accepts) for each in attachments)


def _fits(paper: Attachment, rules: Rules, accepts: Sequence[str]) -> bool:
    kind, _, _ = paper.media_type.partition("/")
    wanted = [each.strip().lower() for each in accepts if each.strip()]
    ending = f".{paper.name.rpartition('.')[2].lower()}"
    taken = not wanted or bool({paper.media_type, f"{kind}/*", "*/*", ending, ending[1:]} & set(wanted))
    return taken and paper.media_type in rules.media_types and len(paper.data) <= rules.largest_file


class PapersInMemory:
    """Names for papers, as long as the process lives."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._open: list[int] = []

    def path_of(self, paper: Attachment) -> str:
        """A path under which Chromium reads the paper's bytes; empty where this system has no such memory."""
        if sys.platform != "linux":
            return ""
        descriptor = os.memfd_create("paper", os.MFD_CLOEXEC)
        self._open.append(descriptor)
        left = memoryview(paper.data)
        while left:
            left = left[os.write(descriptor, left) :]
        link = self._place() / Path(paper.name).name
        link.unlink(missing_ok=True)
        link.symlink_to(f"/proc/{os.getpid()}/fd/{descriptor}")
        return str(link)

    def forget(self) -> None:
        """Close the memory and take the names away."""
        for descriptor in self._open:
            os.close(descriptor)
        self._open.clear()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None

    def _place(self) -> Path:
        if self._folder is None:
            root = next(root for root in MEMORY if root and os.access(root, os.W_OK))
            self._folder = Path(tempfile.mkdtemp(prefix="portal-", dir=root))
        return self._folder
