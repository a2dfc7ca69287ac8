"""How a filing ends: the one outcome the kiosk hears, whatever ended it. Pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from kiosk.filing.messages import Draft, Failed, Filed, Left, Outcome
from kiosk.filing.outcome import Judged, PageSays
from ui.portal.fault import Fault
from ui.portal.sight import EntrySight, Sight


@dataclass(slots=True, kw_only=True)
class Ending:
    """What was seen so far; of the person it holds the dossier's code, which `repr` does not show."""

    code: str = field(default="", repr=False)
    draft: bool = False
    stale_hosts: set[str] = field(default_factory=set)
    filled: set[str] = field(default_factory=set)
    """Ids of the entries that the kiosk entered and that stood."""
    by_hand: set[str] = field(default_factory=set)
    """Ids of the entries that the person entered or changed."""
    _left_open: set[str] = field(default_factory=set)
    """Those that did not stand on the page yet: who fills them now is the person."""

    def saw(self, seen: Sight, typed: Collection[str]) -> None:
        """A page was looked at; `typed` are the entries that the kiosk has entered on it."""
        self._heard(seen.judged)
        if seen.stale_host:
            self.stale_hosts.add(seen.stale_host)
        for each in seen.shown:
            self._count(each, typed)

    def _count(self, each: EntrySight, typed: Collection[str]) -> None:
        name = each.entry.id
        if name in typed:
            (self.filled.add if each.stands else self.filled.discard)(name)
        elif not each.stands:
            self._left_open.add(name)
        elif name in self._left_open:
            self.by_hand.add(name)

    def _heard(self, judged: Judged) -> None:
        """A code that was caught stays; so does the draft, until it is filed."""
        if judged.says is PageSays.FILED and judged.code:
            self.code = judged.code
        elif judged.says is PageSays.DRAFT:
            self.draft = True

    def outcome(self, fault: Fault | None = None) -> Outcome:
        """The outcome. The fault in front, if any, only counts where nothing was filed or kept."""
        hosts = tuple(sorted(self.stale_hosts))
        filled, typed = len(self.filled), len(self.by_hand)
        if self.code:
            return Filed(code=self.code, stale_hosts=hosts, filled=filled, typed=typed)
        if self.draft:
            return Draft(stale_hosts=hosts, filled=filled, typed=typed)
        if fault is not None and fault.covers:
            return Failed(reason=fault.value, stale_hosts=hosts, filled=filled, typed=typed)
        return Left(stale_hosts=hosts, filled=filled, typed=typed)
