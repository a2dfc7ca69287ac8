"""Ways to break bytes, all from one seeded random source."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

Mutation = Callable[[Random, bytearray], None]
INTERESTING = (0x00, 0x01, 0x7F, 0x80, 0x81, 0x82, 0x83, 0x84, 0x85, 0xFE, 0xFF, 0x30, 0x31, 0x02, 0x04, 0x06, 0x1F)

LENGTHS = (b"\x84\xff\xff\xff\xff", b"\x83\x0f\xff\xff", b"\x82\x00\x01", b"\x80", b"\x81\x00")


def _flip(random: Random, data: bytearray) -> None:
    data[random.randrange(len(data))] ^= 1 << random.randrange(8)


def _set(random: Random, data: bytearray) -> None:
    data[random.randrange(len(data))] = random.choice(INTERESTING)


def _cut(random: Random, data: bytearray) -> None:
    del data[random.randrange(len(data)) :]


def _drop(random: Random, data: bytearray) -> None:
    start = random.randrange(len(data))
    del data[start : start + random.randrange(1, 9)]


def _insert(random: Random, data: bytearray) -> None:
    place = random.randrange(len(data) + 1)
    data[place:place] = bytes(random.choice(INTERESTING) for _ in range(random.randrange(1, 9)))


def _repeat(random: Random, data: bytearray) -> None:
    start = random.randrange(len(data))
    piece = data[start : start + random.randrange(1, 64)]
    data[start:start] = piece * random.randrange(1, 5)


def _swap(random: Random, data: bytearray) -> None:
    one, other = random.randrange(len(data)), random.randrange(len(data))
    data[one], data[other] = data[other], data[one]


def _nest(random: Random, data: bytearray) -> None:
    place = random.randrange(len(data))
    depth = random.choice((3, 30, 300, 1_500))
    data[place:place] = random.choice((b"\x30\x80", b"\x30\x82\xff\xff", b"\xa0\x84\x7f\xff\xff\xff")) * depth


def _length(random: Random, data: bytearray) -> None:
    place = random.randrange(len(data))
    data[place : place + 1] = random.choice(
        (b"\x84\xff\xff\xff\xff", b"\x83\x0f\xff\xff", b"\x82\x00\x01", b"\x80", b"\x81\x00")
    )


COMMON: tuple[Mutation, ...] = (_flip, _set, _cut, _drop, _insert, _repeat, _swap, _length)


def mutated(random: Random, seed: bytes) -> bytes:
    """A broken copy of `seed`, or sometimes nothing but noise."""
    if random.random() < 0.03:
        return random.randbytes(random.randrange(200))
    data = bytearray(seed)
    for _ in range(random.choice((1, 1, 1, 2, 3, 6))):
        if not data:
            break
        mutation = _nest if random.random() < 0.01 else random.choice(COMMON)
        mutation(random, data)
    return bytes(data)
