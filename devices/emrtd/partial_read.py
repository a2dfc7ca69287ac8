"""What was read of a card so far, so that a read goes on at the byte reached after the card was lifted.

It holds raw file bytes, so it belongs to whoever owns the person's data and is wiped with it. Nothing in it counts
until the whole file's hash stands in the signed security object.
"""

from __future__ import annotations

from devices.emrtd.lds.files import ElementaryFile
from devices.emrtd.reading import FileRead, FileStatus


class PartialRead:
    """Files complete, files begun, and files known to be absent; mutable, one for a read and its resumptions."""

    __slots__ = ("_begun", "_outcomes", "_whole", "resumed")

    def __init__(self) -> None:
        self._whole: dict[ElementaryFile, bytes] = {}
        self._begun: dict[ElementaryFile, bytearray] = {}
        self._outcomes: dict[ElementaryFile, FileStatus] = {}
        self.resumed = False
        """True once bytes of two sessions may be mixed: a mismatch then means a different card."""

    def __repr__(self) -> str:
        return f"PartialRead({len(self._whole)} whole, {len(self._begun)} begun)"

    @property
    def is_empty(self) -> bool:
        """Whether no byte was read yet."""
        return not self._whole and not any(self._begun.values())

    @property
    def files(self) -> dict[ElementaryFile, bytes]:
        """The files read to their last byte, raw; one broken off is not among them."""
        return dict(self._whole)

    @property
    def receipt(self) -> tuple[FileRead, ...]:
        """One line for each file that was asked for, in the order of the asking."""
        return tuple(
            FileRead(name=file.name, length=len(self._whole.get(file, b"")), status=status)
            for file, status in self._outcomes.items()
        )

    def is_settled(self, file: ElementaryFile) -> bool:
        """Whether nothing more is to be asked about this file."""
        return file in self._outcomes

    def begun(self, file: ElementaryFile) -> bytearray:
        """The bytes of a file so far; the caller appends."""
        return self._begun.setdefault(file, bytearray())

    def complete(self, file: ElementaryFile, length: int) -> None:
        """Whether the first `length` bytes, the whole file, have been read."""
        self._whole[file] = bytes(self._begun.pop(file)[:length])
        self._outcomes[file] = FileStatus.READ

    def give_up(self, file: ElementaryFile, status: FileStatus) -> None:
        """The file will not be read; what came of it is dropped."""
        self._begun.pop(file, None)
        self._outcomes[file] = status

    def wipe(self) -> None:
        """Forget every byte; what is read next is the first of its card."""
        for begun in self._begun.values():
            begun[:] = bytes(len(begun))
        self._begun.clear()
        self._whole.clear()
        self._outcomes.clear()
        self.resumed = False
