"""What strip may do to a library of a wheel, judged before it replaces the library."""

from __future__ import annotations

import struct
import sys
from pathlib import Path

import pytest

from release.folder import is_loadable

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="ELF")


def elf(offset: int, address: int, align: int = 4096) -> bytes:
    """A file header and one PT_LOAD segment."""
    head = bytearray(64)
    struct.pack_into("<Q", head, 0x20, 64)
    struct.pack_into("<HH", head, 0x36, 56, 1)
    return bytes(head) + struct.pack("<IIQQQQQQ", 1, 5, offset, address, 0, 9, 9, align)


def test_a_segment_that_lies_as_in_its_page_is_loadable() -> None:
    assert is_loadable(elf(0x1234, 0x5234))
    assert is_loadable(Path(sys.executable).resolve().read_bytes())


@pytest.mark.parametrize("file", [elf(0x1234, 0x5238), elf(0, 0, align=16)])
def test_a_segment_that_ld_so_would_refuse_is_not(file: bytes) -> None:
    assert not is_loadable(file)
