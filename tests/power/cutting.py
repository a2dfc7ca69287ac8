"""Lets a piece of work run in a process that dies, as by a power cut, before its N-th change of a folder.

The process is watched call by call (ptrace(2), x86-64 Linux), so what SQLite does in C counts as well: files opened
for writing, every write, fsync, rename, removal. Of what was written and not yet settled, a real disk may have
nothing or half, and a file whose folder was not settled may be back as it was before: `tear` makes that of it.
"""

from __future__ import annotations

import ctypes
import os
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Final

_TRACEME, _GETREGS, _SYSCALL, _SETOPTIONS = 0, 12, 24, 0x4200
_GOOD_AND_EXITKILL: Final = 0x100001
_REGISTERS: Final = (
    "r15 r14 r13 r12 rbp rbx r11 r10 r9 r8 rax rcx rdx rsi rdi orig_rax rip cs eflags rsp ss "
    "fs_base gs_base ds es fs gs"
).split()
_BY_FILE: Final = {1: "write", 18: "pwrite64", 20: "writev", 40: "sendfile", 74: "fsync", 75: "fdatasync",
                   77: "ftruncate", 285: "fallocate", 296: "pwritev"}  # fmt: skip
_BY_PATH: Final = {2: "open", 76: "truncate", 82: "rename", 83: "mkdir", 84: "rmdir", 86: "link", 87: "unlink",
                   88: "symlink"}  # fmt: skip
_AT: Final = {257: "openat", 258: "mkdirat", 263: "unlinkat", 264: "renameat", 265: "linkat", 316: "renameat2"}
_SETTLES: Final = (74, 75)
_RENAMES: Final = (82, 264, 316)
_FOR_WRITING: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
_libc = ctypes.CDLL(None, use_errno=True)


class _Registers(ctypes.Structure):
    """user_regs_struct of sys/user.h."""

    _fields_ = [(name, ctypes.c_ulonglong) for name in _REGISTERS]


class Torn(Enum):
    """What the disk has of bytes that were written and not settled."""

    ALL = "all of them"
    ZEROS = "zeros"
    NONE = "none of those behind its old end"
    NAMES = "all, and no name that was given in a folder not settled since"


@dataclass(slots=True, kw_only=True)
class Cut:
    """How one run ended. `unsettled`: by inode, the places of what no fsync had followed; `sizes`: how long the file
    was before."""

    folder: Path
    lived: bool
    changes: int
    told: bytes
    unsettled: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    sizes: dict[int, int] = field(default_factory=dict)
    renamed: list[tuple[Path, bytes | None]] = field(default_factory=list)
    """What stood at a place before something was renamed to it."""


def cut_before(change: int, folder: Path, work: Callable[[Callable[[bytes], None]], None]) -> Cut:
    """Run `work` until that change of the folder, counted from 1. It may tell something before it dies."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        _be_watched(work, theirs)
    os.close(theirs)
    try:
        os.waitpid(child, 0)
        _libc.ptrace(_SETOPTIONS, child, None, ctypes.c_void_p(_GOOD_AND_EXITKILL))
        watch = _Watch(child, str(folder.resolve()))
        lived = watch.until(change)
        with os.fdopen(ours, "rb") as pipe:
            return Cut(
                folder=folder.resolve(),
                lived=lived,
                changes=watch.changes,
                told=pipe.read(),
                unsettled=watch.unsettled,
                sizes=watch.sizes,
                renamed=watch.renamed,
            )
    finally:
        if not watch.ended:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)


def _be_watched(work: Callable[[Callable[[bytes], None]], None], pipe: int) -> None:
    code = 3
    try:
        _libc.ptrace(_TRACEME, 0, None, None)
        os.kill(os.getpid(), signal.SIGSTOP)
        work(lambda told: os.write(pipe, told) and None)
        code = 0
    finally:
        os._exit(code)


class _Watch:
    """One process, stopped at every call."""

    def __init__(self, pid: int, folder: str) -> None:
        self._pid, self._folder = pid, folder
        self.changes = 0
        self.ended = False
        self.unsettled: dict[int, list[tuple[int, int]]] = {}
        self.sizes: dict[int, int] = {}
        self.renamed: list[tuple[Path, bytes | None]] = []

    def until(self, change: int) -> bool:
        """Whether it lived to its end. Raises `RuntimeError` when its work went wrong by itself."""
        entering, hand_on = True, 0
        while True:
            _libc.ptrace(_SYSCALL, self._pid, None, ctypes.c_void_p(hand_on))
            _, status = os.waitpid(self._pid, 0)
            if not os.WIFSTOPPED(status):
                self.ended = True
                if status:
                    raise RuntimeError(f"the work itself ended with {status}")
                return True
            hand_on = os.WSTOPSIG(status)
            if hand_on != signal.SIGTRAP | 0x80:
                continue
            hand_on = 0
            if entering and self._is_change():
                self.changes += 1
                if self.changes == change:
                    os.kill(self._pid, signal.SIGKILL)
                    os.waitpid(self._pid, 0)
                    self.ended = True
                    return False
                self._note()
            entering = not entering

    def _is_change(self) -> bool:
        self._now = now = _Registers()
        _libc.ptrace(_GETREGS, self._pid, None, ctypes.byref(now))
        if now.orig_rax in _BY_FILE:
            return self._inside(self._file(now.rdi))
        if now.orig_rax == 2 and not now.rsi & _FOR_WRITING:
            return False
        if now.orig_rax == 257 and not now.rdx & _FOR_WRITING:
            return False
        if now.orig_rax in _BY_PATH:
            return self._inside(self._text(now.rdi))
        if now.orig_rax in _AT:
            path = self._text(now.rsi)
            at = "" if path.startswith("/") else self._file(now.rdi & 0xFFFFFFFF) + "/"
            return self._inside(at + path)
        return False

    def _inside(self, path: str) -> bool:
        return path.startswith(self._folder) and not path.endswith("-shm")  # SQLite makes its index anew

    def _file(self, number: int) -> str:
        try:
            return str(Path(f"/proc/{self._pid}/fd/{number}").readlink())
        except OSError:
            return ""

    def _text(self, address: int) -> str:
        with Path(f"/proc/{self._pid}/mem").open("rb", buffering=0) as memory:
            memory.seek(address)
            text = memory.read(4096 - address % 4096)  # the next page may not be there
            if b"\0" not in text:
                text += memory.read(4096)
            return text.split(b"\0")[0].decode(errors="replace")

    def _note(self) -> None:
        """What this call leaves unsettled, or settles."""
        now = self._now
        if now.orig_rax in _RENAMES:
            self._note_name()
        if now.orig_rax not in _BY_FILE:
            return
        if now.orig_rax in _SETTLES and Path(folder := self._file(now.rdi)).is_dir():
            self.renamed = [each for each in self.renamed if str(each[0].parent) != folder]
            return
        stat = Path(f"/proc/{self._pid}/fd/{now.rdi}").stat()
        inode = stat.st_ino
        if now.orig_rax in _SETTLES:
            self.unsettled.pop(inode, None)
        elif now.orig_rax in (1, 18, 40):
            place = now.r10 if now.orig_rax == 18 else self._position(now.rdi)
            length = now.r10 if now.orig_rax == 40 else now.rdx
            if inode not in self.unsettled:
                self.sizes[inode] = stat.st_size
            self.unsettled.setdefault(inode, []).append((place, length))

    def _note_name(self) -> None:
        now = self._now
        place = self._text(now.rsi if now.orig_rax == 82 else now.r10)
        if not place.startswith("/"):
            place = f"{self._file(now.rdx & 0xFFFFFFFF)}/{place}"
        path = Path(place)
        if path.is_file() or not path.exists():
            self.renamed.append((path, path.read_bytes() if path.is_file() else None))

    def _position(self, number: int) -> int:
        lines = Path(f"/proc/{self._pid}/fdinfo/{number}").read_text().split("\n")
        flags = next(int(line.split()[1], 8) for line in lines if line.startswith("flags"))
        if flags & os.O_APPEND:
            return Path(f"/proc/{self._pid}/fd/{number}").stat().st_size
        return next(int(line.split()[1]) for line in lines if line.startswith("pos"))


def tear(folder: Path, cut: Cut, torn: Torn) -> int:
    """Make of the folder what such a disk has after the cut; how many files that changed."""
    changed = 0
    if torn is Torn.ALL:
        return 0
    if torn is Torn.NAMES:
        return sum(_as_before(folder / place.relative_to(cut.folder), held) for place, held in reversed(cut.renamed))
    for path, places, before in _unsettled_files(folder, cut):
        size = path.stat().st_size
        if torn is Torn.NONE:
            os.truncate(path, min(size, before))
        else:
            with path.open("r+b") as file:
                for place, length in places:
                    file.seek(place)
                    file.write(bytes(max(0, min(length, size - place))))
        changed += 1
    return changed


def _as_before(path: Path, held: bytes | None) -> bool:
    if path.is_dir():
        return False
    if held is None:
        path.unlink(missing_ok=True)
    else:
        path.write_bytes(held)
    return True


def _unsettled_files(folder: Path, cut: Cut) -> Iterator[tuple[Path, list[tuple[int, int]], int]]:
    """In a copy of the folder that was cut, by the names that the files have there."""
    for path in sorted(cut.folder.rglob("*")):
        inode = path.stat().st_ino if path.is_file() and not path.is_symlink() else -1
        if inode in cut.unsettled:
            yield folder / path.relative_to(cut.folder), cut.unsettled[inode], cut.sizes[inode]
