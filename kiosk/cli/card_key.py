"""The key to a card as a technician gives it: `--can`, `--mrz` or `--qr`.

Arguments of a command can be read by every user of the PC while it runs; a `-` in their place is asked for instead,
without showing what is typed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

from kiosk.cli.faults import wrong_use
from kiosk.cli.spoken import asked_in_secret
from kiosk.i18n import Text
from kiosk.identification import AccessKey, KeyTextError, key_from_mrz, key_from_number, key_from_text

ASKED = "-"
_ASKED_FOR = Text("Mã đọc thẻ", "Key of the card")
F = TypeVar("F", bound=Callable[..., object])


def key_options(command: F) -> F:
    """`--can`, `--mrz` and `--qr`: each a way to the key of a card, read by `key_of`."""
    command = click.option("--qr", metavar="TEXT", help="The text of the card's QR code.")(command)
    command = click.option(
        "--mrz", metavar="TEXT", help="The 90 characters of the machine readable zone; line breaks allowed."
    )(command)
    return click.option(
        "--can",
        metavar="N",
        help="The last 6 digits of the number on the card, or all 12. With - it is asked for, here and below.",
    )(command)


def needed_key(can: str | None, mrz: str | None, qr: str | None) -> AccessKey:
    """The one key given. Raises `click.UsageError`, which never repeats what was typed."""
    key = card_key(can, mrz, qr)
    if key is None:
        raise wrong_use("Chỉ ghi một trong --can, --mrz, --qr.", "Give exactly one of --can, --mrz and --qr.")
    return key


def card_key(can: str | None, mrz: str | None, qr: str | None) -> AccessKey | None:
    """The access key as typed, or None where none was given. Raises `SpokenUsageError`."""
    given = [value for value in (can, mrz, qr) if value is not None]
    if len(given) > 1:
        raise wrong_use("Chỉ ghi một trong --can, --mrz, --qr.", "Give one of --can, --mrz and --qr, not more.")
    if not given:
        return None
    text = asked_in_secret(_ASKED_FOR) if given[0] == ASKED else given[0]
    try:
        if can is not None:
            return key_from_number(text)
        return key_from_mrz(text) if mrz is not None else key_from_text(text)
    except KeyTextError as fault:
        raise wrong_use(
            "Không hiểu mã đã ghi: {place}.", "The key is not understood: {place}.", place=fault.place
        ) from None
