"""Whatever is wrong with JSON of somebody else, it ends as one typed error that quotes nothing of it."""

from __future__ import annotations

import msgspec
import pytest

from devices.json_message import JsonMessageError, decode

SECRET = "Hoàng Yến Chim"


class Message(msgspec.Struct, frozen=True):
    """What is expected; further fields are passed over."""

    name: str
    number: int = 0


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[]",
        b"{",
        b'{"name": 1}',
        b'{"name": "a", "number": "1"}',
        b'{"name": "a", "number": ' + b"9" * 5_000 + b"}",
        b'{"other": ' + b"[" * 100_000,
        b'{"other": ' + b'{"a":' * 100_000,
        b"[" * 1_000_000,
        b'{"name": "\\ud800"}',
        b'{"name": "' + bytes([0xFF, 0xFE]) + b'"}',
        f'{{"name": "{SECRET}", "number": "{SECRET}"}}'.encode(),
        f'{{"name": "{SECRET}"}}'.encode("utf-16"),
        f'{{"name": "{SECRET}"}}'.encode("utf-8-sig"),
        bytes(range(256)),
    ],
)
def test_every_fault_is_the_same_typed_one_and_quotes_no_value(content: bytes) -> None:
    with pytest.raises(JsonMessageError) as raised:
        decode(content, Message)
    assert SECRET not in str(raised.value)
    assert raised.value.__cause__ is None


def test_what_is_whole_is_read() -> None:
    assert decode('{"name": "Yến", "more": [[1]]}'.encode(), Message) == Message(name="Yến")
