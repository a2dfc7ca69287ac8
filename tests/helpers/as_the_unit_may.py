"""Run a command with no more than a unit of systemd allows it: its capabilities, and what it answers to system calls.

    python -m tests.helpers.as_the_unit_may UNIT COMMAND …

It takes the unit's `CapabilityBoundingSet=`, `NoNewPrivileges=` and the calls that `SystemCallFilter=` answers with a
number of its own (`CALL:NUMBER`). What the filter forbids is left to systemd's judge and the booted machine.
"""

from __future__ import annotations

import ctypes
import os
import re
import sys
from pathlib import Path

_ALLOW, _ANSWER = 0x7FFF0000, 0x00050000
"""SCMP_ACT_ALLOW and SCMP_ACT_ERRNO of seccomp.h."""


def capabilities(unit: str) -> list[str]:
    """The words of `setpriv` for what the unit's text allows."""
    (line,) = re.findall(r"^CapabilityBoundingSet=(.*)$", unit, re.MULTILINE)
    held = [name.removeprefix("CAP_").lower() for name in line.split()]
    words = ["setpriv", "--bounding-set=" + ",".join(["-all", *(f"+{name}" for name in held)])]
    return [*words, "--no-new-privs"] if "\nNoNewPrivileges=yes\n" in unit else words


def answered(unit: str) -> dict[str, int]:
    """The system calls that the unit's text answers itself, and with which number (`~CALL:NUMBER`: systemd passes
    over a number of calls that are allowed)."""
    lines = re.findall(r"^SystemCallFilter=~(.*)$", unit, re.MULTILINE)
    pairs = (word.partition(":") for line in lines for word in line.split() if ":" in word)
    return {call: int(number) for call, _, number in pairs}


def _answer(calls: dict[str, int]) -> None:
    library = ctypes.CDLL("libseccomp.so.2", use_errno=True)
    library.seccomp_init.restype = ctypes.c_void_p
    rules = ctypes.c_void_p(library.seccomp_init(ctypes.c_uint32(_ALLOW)))
    for call, number in calls.items():
        code = library.seccomp_syscall_resolve_name(call.encode())
        assert library.seccomp_rule_add(rules, ctypes.c_uint32(_ANSWER | number), code, ctypes.c_uint(0)) == 0
    assert library.seccomp_load(rules) == 0


if __name__ == "__main__":
    _text = Path(sys.argv[1]).read_text("utf-8")
    _answer(answered(_text))
    _words = [*capabilities(_text), *sys.argv[2:]]
    os.execvp(_words[0], _words)
