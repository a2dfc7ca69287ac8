"""A file closed with a passphrase: opened by it alone, with AES-256; a passphrase that will not do is refused."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
import pyzipper

from kiosk.officer import sealing

PASSPHRASE = "k7mw-x2hd-9cfa-p4tn"
CONTENT = b"Ho ten;So giay to\nKieu Thi Chim;040199998888\n" * 20


def test_the_passphrase_opens_it_and_nothing_else_does() -> None:
    closed = sealing.sealed("danh-sach.xlsx", CONTENT, PASSPHRASE)
    assert b"040199998888" not in closed
    with pyzipper.AESZipFile(io.BytesIO(closed)) as box:
        assert box.namelist() == ["danh-sach.xlsx"]
        assert box.read("danh-sach.xlsx", pwd=PASSPHRASE.encode()) == CONTENT
        with pytest.raises(RuntimeError):
            box.read("danh-sach.xlsx", pwd=b"k7mw-x2hd-9cfa-p4tm")
    with zipfile.ZipFile(io.BytesIO(closed)) as plain, pytest.raises((NotImplementedError, RuntimeError)):
        plain.read("danh-sach.xlsx")


def test_the_cipher_is_aes_256_as_the_format_writes_it() -> None:
    """WinZip AE-x: method 99, extra field 0x9901 with the strength in its ninth byte, 3 for 256 bits."""
    with zipfile.ZipFile(io.BytesIO(sealing.sealed("a.xlsx", CONTENT, PASSPHRASE))) as box:
        inside = box.infolist()[0]
    assert inside.compress_type == 99
    kind, length, _version, maker, strength = struct.unpack("<HHH2sB", inside.extra[:9])
    assert (kind, length, maker, strength) == (0x9901, 7, b"AE", 3)


def test_two_files_with_one_passphrase_have_nothing_in_common() -> None:
    first, second = (sealing.sealed("a.xlsx", CONTENT, PASSPHRASE) for _ in range(2))
    assert first[60:200] != second[60:200], "each has a salt of its own"


@pytest.mark.parametrize(
    ("passphrase", "why"),
    [
        ("", "Mật khẩu cần ít nhất 12"),
        ("ngan", "Mật khẩu cần ít nhất 12"),
        ("           a", "Mật khẩu cần ít nhất 12"),
        ("aaaaaaaaaaaaaaaa", "Mật khẩu lặp lại"),
        ("mật-khẩu-có-dấu", "Mật khẩu chỉ gồm"),
        ("tab\tinside-of-it", "Mật khẩu chỉ gồm"),
        ("x1" * 33, "Mật khẩu dài nhất 64"),
    ],
)
def test_a_passphrase_that_will_not_do_is_refused_with_its_reason(passphrase: str, why: str) -> None:
    said = sealing.weakness(passphrase)
    assert said is not None
    assert said.vi.startswith(why)
    with pytest.raises(ValueError, match="will not do"):
        sealing.sealed("a.xlsx", CONTENT, passphrase)


def test_the_one_that_is_offered_will_do_and_comes_only_once() -> None:
    offered = {sealing.offered() for _ in range(50)}
    assert len(offered) == 50
    assert all(sealing.weakness(each) is None for each in offered)
