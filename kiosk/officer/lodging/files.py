"""The file of a lodging list for the officer's stick: the columns of the pack, filled with the guests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import ClassVar

from kiosk.content.fault import ContentError
from kiosk.content.pack import Pack
from kiosk.errors import KioskError
from kiosk.forms.places import Places
from kiosk.i18n import Language, Text
from kiosk.officer import lodging_words, sealing
from kiosk.officer.lodging.columns import FILE, LodgingForm, values_of
from kiosk.officer.lodging.listing import LodgingList
from kiosk.officer.lodging.sheet import workbook
from kiosk.settings import CommuneSettings

NAME = "{name}-{day:%Y-%m-%d}"
SHEET, CLOSED = ".xlsx", ".zip"


class NoColumnsError(KioskError):
    """The pack in force does not say which columns the list has: it is older than these lists, or broken."""

    code: ClassVar[str] = "lodging.no-columns"


class LodgingFiles:
    """The files of one station's lodging lists."""

    def __init__(
        self,
        pack: Pack,
        places: Callable[[], Places],
        commune: Callable[[], CommuneSettings],
        now: Callable[[], datetime],
    ) -> None:
        """`commune` is asked for when a file is made; `now` is local time."""
        self._pack = pack
        self._places = places
        self._commune = commune
        self._now = now

    def form(self) -> LodgingForm | None:
        """The columns, or None where the pack has none that can be used."""
        try:
            return self._pack.file(FILE, LodgingForm)
        except ContentError:
            return None

    def made(self, listed: LodgingList, passphrase: str = "") -> dict[str, bytes]:
        """The file by its name: a workbook, closed where there is a passphrase. Raises `NoColumnsError`."""
        form = self.form()
        if form is None:
            raise NoColumnsError
        rows = [values_of(guest, listed, self._places) for guest in listed.guests]
        name = NAME.format(name=form.file_name, day=self._now())
        content = workbook(form, rows, self._about(form, listed))
        if not passphrase:
            return {name + SHEET: content}
        return {name + CLOSED: sealing.sealed(name + SHEET, content, passphrase)}

    def _about(self, form: LodgingForm, listed: LodgingList) -> list[tuple[Text, str]]:
        commune, words = self._commune(), lodging_words
        return [
            (words.HOUSE, " ".join(listed.house.split())),
            (words.WHERE, commune.name.say(Language.VI)),
            (words.PROVINCE, commune.province.say(Language.VI)),
            (words.MADE, f"{self._now():%H:%M %d/%m/%Y}"),
            *([] if form.is_confirmed else [(words.COLUMNS, form.unconfirmed.say(Language.VI))]),
            (words.COLUMNS_FROM, f"{form.source} ({form.checked:%d/%m/%Y})"),
            *([(words.SPECIMEN_NOTE, words.YES.say(Language.VI))] if listed.specimen else []),
        ]
