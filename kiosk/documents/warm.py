"""A typesetter that the first paper makes and every later one uses: the start of a program does not wait for it."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.documents.typesetter import Typesetter
from kiosk.typesetting.compiler_process import CompilerProcess


def typesetter_apart() -> Typesetter:
    """A typesetter that keeps typst out of the memory of the window."""
    return Typesetter(compiler=CompilerProcess)


class WarmTypesetter:
    """For one thread at a time, as the `Typesetter` in it."""

    def __init__(self, make: Callable[[], Typesetter] = Typesetter) -> None:
        """`make` is called for the first paper."""
        self._make = make
        self._made: Typesetter | None = None

    def get(self) -> Typesetter:
        """The typesetter. Raises `TypesettingError` when its templates or fonts are not there."""
        if self._made is None:
            self._made = self._make()
        return self._made

    def forget(self) -> None:
        """Let it forget what it has set, where it was made. Raises `TypesettingError`."""
        if self._made is not None:
            self._made.forget()
