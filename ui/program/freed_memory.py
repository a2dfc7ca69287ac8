"""Memory that is given back is overwritten: what a person typed does not stand in it until something else needs it.

On Linux with the GNU C library; on other systems nothing happens (decision 27). Two settings of that library are read
only when a process begins: the unit sets them, and a program begun without them begins itself once more. Python keeps
objects up to 512 bytes in pools of its own, which nothing overwrites; new ones come from the C library instead.
`PYTHONMALLOC=malloc` would do the same, but a frozen program does not read it.
"""

from __future__ import annotations

import ctypes
import mmap
import os
import platform
import sys
from collections.abc import Mapping
from typing import Final

NAME: Final = "GLIBC_TUNABLES"
SETTINGS: Final = ":".join(f"glibc.malloc.{name}" for name in ("tcache_count=0", "perturb=165", "arena_max=1"))
"""No cache in each thread, for it is left out of the overwriting; each byte that is freed becomes 0xA5 (165). One
heap for all threads: what lies free at the end of a thread's own is never given back. From which size on a piece goes
straight back to the system is `ui.window.spare_memory`'s."""
_RAW, _MEM, _OBJECTS = 0, 1, 2
"""PyMemAllocatorDomain."""
_NULL_TO_MALLOC: Final = (
    b"\xf3\x0f\x1e\xfa\x48\x85\xf6\x74\x0c\x48\xb8",
    b"\xff\xe0\x48\x89\xd6\x48\xb8",
    b"\xff\xe0",
)
"""A realloc(context, pointer, size) of x86-64, around the addresses of two functions: with a pointer it goes on to
the first, without one, where realloc is malloc, to the second. endbr64; test rsi, rsi; jz 1f; mov rax, FIRST; jmp
rax; 1: mov rsi, rdx; mov rax, SECOND; jmp rax."""


class _Allocator(ctypes.Structure):
    """PyMemAllocatorEx: where a domain of Python's memory comes from."""

    _fields_ = tuple((name, ctypes.c_void_p) for name in "context malloc calloc realloc free".split())


def overwrite_what_is_freed() -> None:
    """From here on; at best the first thing a program does, for it may begin itself anew, with the same arguments."""
    if not _has_settings_of_glibc():
        return
    if SETTINGS not in os.environ.get(NAME, ""):
        words = [sys.executable, *sys.orig_argv[1:]]
        os.execve(sys.executable, words, with_settings(os.environ))  # noqa: S606 this very program
    _take_small_objects_from_the_c_library()


def with_settings(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment in which a process overwrites what it frees; other settings of the C library stay."""
    others = environment.get(NAME, "")
    return {**environment, NAME: f"{others}:{SETTINGS}" if others else SETTINGS}


def _has_settings_of_glibc() -> bool:
    return sys.platform == "linux" and hasattr(ctypes.CDLL(None), "gnu_get_libc_version")


def _take_small_objects_from_the_c_library() -> None:
    """What lies in Python's pools already is still freed and moved by the functions that know the pools."""
    raw, pools = _allocator(_RAW), _allocator(_OBJECTS)
    if raw.context or pools.context:
        return  # somebody else's allocators, whose state we do not know
    mixed = _Allocator(None, raw.malloc, raw.calloc, _realloc(pools.realloc, raw.malloc), pools.free)
    for domain in (_MEM, _OBJECTS):
        ctypes.pythonapi.PyMem_SetAllocator(domain, ctypes.byref(mixed))


def _allocator(domain: int) -> _Allocator:
    found = _Allocator()
    ctypes.pythonapi.PyMem_GetAllocator(domain, ctypes.byref(found))
    return found


def _realloc(realloc: int, malloc: int) -> int:
    """The pools' realloc, which must take nothing new from the pools: a bytearray begins as a realloc of nothing.

    On other processors than x86-64 it is left as it is; what a bytearray held may then stay in a pool.
    """
    if platform.machine() != "x86_64":
        return realloc
    head, middle, tail = _NULL_TO_MALLOC
    page = mmap.mmap(-1, mmap.PAGESIZE, prot=mmap.PROT_READ | mmap.PROT_WRITE)
    page.write(head + realloc.to_bytes(8, "little") + middle + malloc.to_bytes(8, "little") + tail)
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(page))  # for good: an ending program needs it after its modules
    address = ctypes.addressof(ctypes.c_char.from_buffer(page))
    done = ctypes.CDLL(None).mprotect(ctypes.c_void_p(address), mmap.PAGESIZE, mmap.PROT_READ | mmap.PROT_EXEC)
    return realloc if done else address
