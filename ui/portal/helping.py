"""What the kiosk does on the page once a person has asked for it: fill it, enter one value again, renew the login's
symbol. One thing at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kiosk.filing.messages import PortalVisit
from kiosk.filing.page_rules import Secrecy
from kiosk.filing.reading_back import FieldState
from ui.portal.entering import Entering
from ui.portal.filling import Filling, fill
from ui.portal.page import PortalPage
from ui.portal.portal_model import FilingViewModel
from ui.portal.shown_rows import rows_of
from ui.portal.sight import Sight
from ui.portal.work import PageWorker


class Helping(QObject):
    """`sight` gives the page as it was last seen; `may_help` whether nothing is in the way."""

    begun = Signal()
    """Nobody else asks the page now."""
    changed = Signal(object)
    """The page after filling: a `Sight`, None where it went away."""
    renewed = Signal(bool)
    """Whether the page had a button for another symbol."""

    def __init__(
        self,
        visit: Callable[[], PortalVisit],
        page: PortalPage,
        model: FilingViewModel,
        worker: PageWorker,
        *,
        sight: Callable[[], Sight],
        may_help: Callable[[], bool],
    ) -> None:
        super().__init__(worker)
        self._visit, self._page, self._model, self._worker = visit, page, model, worker
        self._sight, self._may_help = sight, may_help
        self._filling = Filling()
        self._helped_with: set[str] = set()
        """Ids of the entries of each page that it was asked to fill."""
        model.fillAsked.connect(self.fill)
        model.mendAsked.connect(self.mend)
        model.qrAsked.connect(self.renew_symbol)

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._worker.busy

    @property
    def typed(self) -> set[str]:
        """Ids of the entries that the kiosk has entered."""
        return self._filling.typed

    def has_helped_with(self, seen: Sight) -> bool:
        """Whether this page was filled before; a form may go on to its next step at one address."""
        shown = {each.entry.id for each in seen.shown}
        return not shown or not shown.isdisjoint(self._helped_with)

    def fill(self) -> None:
        """Fill what this page asks for and the visit knows."""
        self._start(frozenset())

    def mend(self, entry: str) -> None:
        """Enter this one value again, over what stands there."""
        self._filling.typed.discard(entry)
        self._start(frozenset({entry}))

    def stop(self) -> None:
        """Drop what is under way."""
        if self._worker.busy:
            self._worker.stop()
            self._show(filling=False)

    def _start(self, only: frozenset[str]) -> None:
        seen = self._sight()
        if self._worker.busy or seen.curtain or not self._may_help():
            return
        self.begun.emit()
        self._filling.sight = seen
        self._show(filling=True, done=0, of=len(seen.shown))
        self._worker.start(self._work(only), self._filled)

    async def _work(self, only: frozenset[str]) -> Filling:
        filling = await fill(self._page, self._visit(), self._filling, self._entering, only)
        for each in filling.sight.shown:
            if each.entry.id in only and each.field is not None and each.state is not FieldState.FILLED:
                await Entering(self._page).point(each.field.first)  # the person goes on by hand
        return filling

    def _entering(self, entry: str, filling: Filling) -> None:
        self._show(done=filling.done, of=filling.of)
        self._model.entry_list.show(rows_of(filling.sight, entry, filled_once=self._model.props.filled_once))

    def _filled(self, filling: Filling | None) -> None:
        if filling is not None:
            self._helped_with |= {each.entry.id for each in filling.sight.shown}
        self._show(filling=False, filled_once=True)
        self.changed.emit(filling.sight if filling is not None else None)

    def renew_symbol(self) -> None:
        """Press the login page's own button for another symbol."""
        if not self._worker.busy and self._sight().secrecy is Secrecy.LOGIN:
            self.begun.emit()
            self._worker.start(self._renewing(), lambda pressed: self.renewed.emit(bool(pressed)))

    async def _renewing(self) -> bool:
        main = self._page.frames()[0]
        place = await self._page.call(main, "renewal")
        if place is not None:
            await self._page.tap(main, place)
        return place is not None

    def _show(self, **changes: object) -> None:
        self._model.change(lambda props: replace(props, **changes))  # type: ignore[arg-type]
