"""The profile `assets/icc/srgb.icc`, made from the numbers of IEC 61966-2-1 by ICC.1:2001-04 (version 2).

`python -m tests.helpers.srgb_profile > assets/icc/srgb.icc` writes it anew; a test compares the two.
"""

from __future__ import annotations

import struct
import sys

CURVE_POINTS = 1024
COLUMNS = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
"""Red, green and blue as seen under D50: the primaries of sRGB, adapted by Bradford."""
D50 = (0.9642, 1.0, 0.82491)


def srgb_profile() -> bytes:
    """A display profile: three columns, one curve for all of them."""
    tags = {
        b"desc": _description("sRGB"),
        b"cprt": b"text" + bytes(4) + b"No copyright, use freely\0",
        b"wtpt": _xyz(D50),
        **{name: _xyz(values) for name, values in COLUMNS.items()},
    }
    curve = _curve()
    names = [*tags, b"rTRC", b"gTRC", b"bTRC"]
    place = 128 + 4 + 12 * len(names)
    table, data = b"", b""
    for name in names[:-3]:
        table += name + struct.pack(">II", place + len(data), len(tags[name]))
        data += tags[name] + bytes(-len(tags[name]) % 4)
    for name in names[-3:]:  # one curve lies there for all three
        table += name + struct.pack(">II", place + len(data), len(curve))
    body = struct.pack(">I", len(names)) + table + data + curve
    return _header(128 + len(body)) + body


def _header(size: int) -> bytes:
    day = struct.pack(">6H", 2026, 11, 30, 0, 0, 0)
    head = struct.pack(">I4sI4s4s4s", size, b"\0\0\0\0", 0x02400000, b"mntr", b"RGB ", b"XYZ ") + day + b"acsp"
    return (head + bytes(28) + struct.pack(">3i", *map(_fixed, D50))).ljust(128, b"\0")


def _fixed(value: float) -> int:
    return round(value * 65536)


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + struct.pack(">3i", *map(_fixed, values))


def _description(text: str) -> bytes:
    name = text.encode() + b"\0"
    return b"desc" + bytes(4) + struct.pack(">I", len(name)) + name + bytes(4 + 4 + 2 + 1 + 67)


def _curve() -> bytes:
    points = [_linear(place / (CURVE_POINTS - 1)) for place in range(CURVE_POINTS)]
    values = struct.pack(f">{CURVE_POINTS}H", *(round(point * 65535) for point in points))
    return b"curv" + bytes(4) + struct.pack(">I", CURVE_POINTS) + values


def _linear(value: float) -> float:
    """IEC 61966-2-1, 5.2."""
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


if __name__ == "__main__":
    sys.stdout.buffer.write(srgb_profile())
