"""A file closed with a passphrase before it goes onto the officer's stick: a ZIP with AES-256 (WinZip AE-2).

7-Zip and WinRAR open it, which offices have; Windows' own folders do not. The passphrase is stretched with 1,000
rounds only, as the format says, so it must be long by itself: one is offered, and a short one of the officer's is
refused. It is nowhere kept. The name of the file inside is not encrypted and must name nobody.
"""

from __future__ import annotations

import io
import secrets
from typing import Final

from kiosk.i18n import Text

LETTERS: Final = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without those that are taken for others on paper: i, l, o, 0, 1."""
GROUPS, GROUP = 4, 4
"""Offered: 16 of 31 signs, 79 bits, more than can be tried."""
SHORTEST, LONGEST = 12, 64
TOO_SHORT = Text("Mật khẩu cần ít nhất {count} ký tự.", "A passphrase has at least {count} characters.")
TOO_LONG = Text("Mật khẩu dài nhất {count} ký tự.", "A passphrase has at most {count} characters.")
NOT_PLAIN = Text(
    "Mật khẩu chỉ gồm chữ không dấu, chữ số và dấu trên bàn phím.",
    "A passphrase has letters without marks, digits and signs of the keyboard only.",
)
TOO_FEW_SIGNS = Text("Mật khẩu lặp lại quá ít ký tự.", "A passphrase needs more different characters.")
_FEWEST_SIGNS: Final = 5


def offered() -> str:
    """A passphrase made for this one file, in groups as it is written down: `k7mw-x2hd-9cfa-p4tn`."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(GROUP)) for _ in range(GROUPS))


def weakness(passphrase: str) -> Text | None:
    """Why this passphrase will not do; None when it will."""
    if len(passphrase) > LONGEST:
        return TOO_LONG.filled(count=str(LONGEST))
    if not all(" " <= sign <= "~" for sign in passphrase):
        return NOT_PLAIN  # programs disagree about how other letters become bytes
    if len(passphrase.strip()) < SHORTEST:
        return TOO_SHORT.filled(count=str(SHORTEST))
    return TOO_FEW_SIGNS if len(set(passphrase)) < _FEWEST_SIGNS else None


def sealed(name: str, content: bytes, passphrase: str) -> bytes:
    """A ZIP with this one file in it, made in memory. Raises `ValueError` for a passphrase that has a `weakness`."""
    import pyzipper  # few files are closed, and its ciphers take a moment to load

    if weakness(passphrase) is not None:
        raise ValueError("a passphrase that will not do")
    made = io.BytesIO()
    with pyzipper.AESZipFile(made, "w", compression=pyzipper.ZIP_DEFLATED, encryption=pyzipper.WZ_AES) as box:
        box.setpassword(passphrase.encode("ascii"))
        box.setencryption(pyzipper.WZ_AES, nbits=256)
        box.writestr(name, content)
    return made.getvalue()
