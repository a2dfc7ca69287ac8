"""The one door to JSON that somebody else wrote: another PC, a stick, a file of the state folder, a signed manifest.

msgspec judges it against a type; whatever else is wrong with the bytes ends as the same typed error: nested too deep,
no UTF-8, a number of five thousand digits.
"""

from __future__ import annotations

from typing import TypeVar

import msgspec

T = TypeVar("T")


class JsonMessageError(Exception):
    """The bytes are no JSON of the wanted type; the message names the place, and no value."""


def decode(content: bytes, kind: type[T]) -> T:
    """The bytes as a value of this type. Raises `JsonMessageError` for what is no JSON or has another shape."""
    try:
        return msgspec.json.decode(content, type=kind)
    except msgspec.MsgspecError as fault:
        raise JsonMessageError(str(fault)) from None
    except RecursionError:
        raise JsonMessageError("nested too deep") from None
    except ValueError:  # UnicodeDecodeError, whose text quotes the bytes
        raise JsonMessageError("not UTF-8") from None
