"""The papers of one visit: how they are wanted, which were rendered, which are on their way, how far each is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from kiosk.documents import LeafletSize
from kiosk.printing import PrintProgress, PrintQueue, PrintState, Ticket

MOST_COPIES = 5


class Paper(Enum):
    """The kinds of paper; the value is the neutral job title."""

    DECLARATION = "declaration"
    LEAFLET = "leaflet"
    NAME = "leaflet of a name"
    """The leaflet of a row of the national catalogue; not counted, for the catalogue is no part of the program."""
    SLIP = "slip"
    SCAN = "scan"
    """The person's own papers, scanned in this visit."""
    RECEIPT = "receipt"
    """What was read of the card and what for; given when asked for, not counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RenderedPaper:
    """One rendered paper; `subject` is a form, procedure, guide or paper id, for the count."""

    paper: Paper
    subject: str
    pdf: bytes = field(repr=False)
    media: str = LeafletSize.A4.media
    """The paper it is set for, in IPP's words."""
    pages: tuple[bytes, ...] = field(default=(), repr=False)
    """The first pages as PNG; none when they could not be drawn."""


Progress = Mapping[RenderedPaper, PrintProgress]
RenderJob = Callable[[], tuple[RenderedPaper, ...]]
PrintJob = Callable[[], Progress]


@dataclass(slots=True, eq=False)
class PaperStep:
    """Mutable state of the paper in one visit. The queue is called only by the jobs, on the printer's worker."""

    queue: PrintQueue
    size: LeafletSize = LeafletSize.A4
    """How the leaflet is wanted."""
    copies: int = 1
    """Of each paper, 1 to `MOST_COPIES`."""
    confirmed: bool = False
    """Whether the person has seen the papers and said "print"."""
    sheets: tuple[RenderedPaper, ...] = field(default=(), repr=False)
    progress: Progress = field(default_factory=dict, repr=False)
    counted: set[RenderedPaper] = field(default_factory=set, repr=False)
    _tickets: dict[RenderedPaper, Ticket] = field(default_factory=dict, repr=False)
    _earlier: Mapping[RenderedPaper, Ticket] = field(default_factory=dict, repr=False)

    def anew(self) -> PaperStep:
        """The next print of the same visit, over the same queue; the size once chosen stays."""
        return PaperStep(queue=self.queue, size=self.size, _earlier={**self._earlier, **self._tickets})

    def choose_size(self, size: LeafletSize) -> None:
        """Another leaflet, to be made anew; too late once the papers are on their way."""
        if not self.confirmed:
            self.size, self.sheets = size, ()

    def choose_copies(self, copies: int) -> None:
        """So many of each, within 1 and `MOST_COPIES`; too late once the papers are on their way."""
        if not self.confirmed:
            self.copies = min(max(copies, 1), MOST_COPIES)

    @property
    def has_leaflet(self) -> bool:
        """Whether there is a leaflet among the papers, so that a size may be chosen."""
        return any(sheet.paper in (Paper.LEAFLET, Paper.NAME) for sheet in self.sheets)

    def print_job(self) -> PrintJob:
        """Hand over what has not been handed over, in order, and take a first look.

        An earlier print of the same paper that has not come out is cancelled: it may hold answers since changed.
        """
        queue, sheets, tickets, copies = self.queue, self.sheets, self._tickets, self.copies
        same = {(sheet.paper, sheet.subject) for sheet in sheets}
        stale = [ticket for sheet, ticket in self._earlier.items() if (sheet.paper, sheet.subject) in same]

        def hand_over() -> Progress:
            for ticket in stale:
                queue.cancel(ticket)
            for sheet in sheets:
                if sheet not in tickets:
                    tickets[sheet] = queue.print(sheet.pdf, sheet.paper.value, copies, media=sheet.media)
            return {sheet: queue.poll(ticket) for sheet, ticket in tickets.items()}

        return hand_over

    def poll_job(self) -> PrintJob:
        """Take one look at every paper on its way."""
        queue, tickets = self.queue, self._tickets
        return lambda: {sheet: queue.poll(ticket) for sheet, ticket in tickets.items()}

    def reprint_job(self, sheet: RenderedPaper) -> PrintJob:
        """Print one paper once more; what of it still waits is cancelled first."""
        queue, tickets = self.queue, self._tickets

        def again() -> Progress:
            if sheet in tickets:
                tickets[sheet] = queue.reprint(tickets[sheet])
            return {each: queue.poll(ticket) for each, ticket in tickets.items()}

        return again

    def cancel_job(self) -> Callable[[], int]:
        """Cancel whatever has not come out; returns how many jobs could not be cancelled yet."""
        return self.queue.cancel_all

    @property
    def worst(self) -> PrintProgress | None:
        """The progress to show: the first trouble, else the first unfinished, else the last; None before any."""
        looks = list(self.progress.values())
        unfinished = [look for look in looks if look.state is not PrintState.DONE]
        troubled = [look for look in unfinished if look.trouble]
        return next(iter([*troubled, *unfinished, *looks[-1:]]), None)

    @property
    def all_done(self) -> bool:
        """Whether every paper came out."""
        return bool(self.sheets) and all(
            sheet in self.progress and self.progress[sheet].state is PrintState.DONE for sheet in self.sheets
        )

    @property
    def on_the_way(self) -> bool:
        """Whether looking again can change anything."""
        return any(not look.state.is_terminal for look in self.progress.values())
