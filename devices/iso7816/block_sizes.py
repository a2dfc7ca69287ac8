"""How many bytes one READ BINARY may ask for, learned once for each reader and remembered.

Extended length is tried first and given up at the first sign that reader, driver or chip does not carry it; under
short APDUs 223 bytes is the most that AES secure messaging leaves in 256 (3 + 1 + 224 + 4 + 10). Nothing here is kept
on disk: a restart learns anew.
"""

from __future__ import annotations

from typing import Final

LADDER: Final = (8_192, 2_048, 480, 223, 192, 160, 128, 112)
"""480 is what readers with a 522-byte message carry; the steps below 223 are chips known to fail above them."""
LARGEST_SHORT: Final = 223
SMALLEST: Final = LADDER[-1]


class BlockSizes:
    """The size in use for each reader name; one object for the life of the station."""

    def __init__(self) -> None:
        self._sizes: dict[str, int] = {}

    def size(self, reader_name: str) -> int:
        """Bytes to ask for; the top of the ladder for a reader not met before."""
        return self._sizes.get(reader_name, LADDER[0])

    def lower(self, reader_name: str, below: int | None = None) -> bool:
        """Go to the next step that is smaller than the present size, and not above `below`.

        False when the ladder has no smaller step.
        """
        size = self.size(reader_name)
        most = size - 1 if below is None else min(below, size - 1)
        step = next((step for step in LADDER if step <= most), None)
        if step is None:
            return False
        self._sizes[reader_name] = step
        return True

    def restore(self, reader_name: str, size: int) -> None:
        """Go back to a size that was in use: the fault was not the block's."""
        self._sizes[reader_name] = size
