"""The reader of a station that has none: always says so, never fails."""

from __future__ import annotations

from contextlib import AbstractContextManager

from devices.card_reader.interface import CardReaderState, CardSession
from devices.errors import ReaderAbsentError


class AbsentReader:
    """A `CardReader` for `driver = "none"`."""

    def state(self) -> CardReaderState:
        return CardReaderState.READER_ABSENT

    def readers(self) -> tuple[str, ...]:
        return ()

    def connect(self) -> AbstractContextManager[CardSession]:
        raise ReaderAbsentError
