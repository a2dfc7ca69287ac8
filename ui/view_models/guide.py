"""One step of a guide: one thing to do on the phone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.guides.guide import Step
from kiosk.guides.walk import GuideWalk
from kiosk.i18n import Text
from ui.list_models.guide_list import WayList, lit_line, phone_lines, way_row
from ui.shown.wording import provenance
from ui.view_models.screen_model import ScreenModel, ScreenParts
from ui.visit.current_visit import CurrentVisit

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideProps:
    """One step, alone where `step_count` is 0. `phone_lit` is the row to touch on the drawn phone, -1 for none."""

    place: str = ""
    step_number: int = 1
    step_count: int = 1
    text: str = ""
    spoken: str = ""
    drawing: str = ""
    phone_title: str = ""
    phone_lines: tuple[str, ...] = ()
    phone_lit: int = -1
    after: str = ""
    """What is seen once it is done; empty where the next screen's heading says it."""
    next_heading: str = ""
    helper: str = ""
    caution: str = ""
    """On a step where a secret is typed: by whose hand alone, in the word of this step."""
    unconfirmed: bool = False
    sources: tuple[str, ...] = ()


def derive_guide(visit: CurrentVisit, walk: GuideWalk, step: Step) -> GuideProps:
    """What the screen shows of `step`: its text, the drawn phone, how far it is, and its source."""
    language, basis = visit.language, walk.guide.basis(step)
    phone = step.screen
    heading = walk.guide.next_heading(step) if phone and step.after is None else None
    if phone and heading in [line.text for line in phone.lines]:
        heading = None  # the same screen goes on
    return GuideProps(
        place=walk.guide.title.say(language),
        step_number=walk.number,
        step_count=walk.count if walk.count > 1 else 0,
        text=step.text.say(language),
        spoken=(step.spoken or step.text).say(language),
        drawing="" if phone else step.illustration or walk.guide.illustration,
        phone_title=phone.app.say(language) if phone else "",
        phone_lines=phone_lines(phone, language) if phone else (),
        phone_lit=lit_line(phone) if phone else -1,
        after=step.after.say(language) if step.after else "",
        next_heading=heading.say(language) if heading else "",
        helper=step.helper.say(language) if step.helper else "",
        caution=caution_of(step).say(language) if step.secret else "",
        unconfirmed=not basis.is_confirmed and not _was_said(walk),
        sources=(provenance(basis, language),),
    )


def _was_said(walk: GuideWalk) -> bool:
    """Whether a step before this one already said that something is not confirmed."""
    before = (walk.guide.step(name) for name in walk.trail[:-1])
    return any(step is not None and not walk.guide.basis(step).is_confirmed for step in before)


_SECRETS = (
    ("otp", Text("mã OTP", "the OTP code")),
    ("passcode", Text("mã passcode", "the passcode")),
    ("mật khẩu", Text("mật khẩu", "the password")),
    ("mã pin", Text("mã PIN", "the PIN")),
)
_ANY_SECRET = Text("mã này", "this code")
_CAUTION = Text(
    "Ông/bà tự bấm {secret}. Không đọc cho ai, kể cả người hỗ trợ.",
    "Type {secret} yourself. Tell it to nobody, not even a helper.",
)


def caution_of(step: Step) -> Text:
    """Whose hand types it: the secret is called what the step calls it first."""
    said = step.text.vi.lower()
    named = sorted((said.index(word), place) for place, (word, _) in enumerate(_SECRETS) if word in said)
    return _CAUTION.filled(secret=_SECRETS[named[0][1]][1] if named else _ANY_SECRET)


@QmlElement
class GuideViewModel(ScreenModel[GuideProps]):
    """One thing to do on the phone."""

    never = Signal()

    def __init__(self, parts: ScreenParts) -> None:
        super().__init__(parts)
        self._ways = WayList()

    ways = Property(QObject, lambda self: self._ways, notify=never)

    def derive(self) -> GuideProps:
        walk = self.visit.session.walk
        if walk is None or not isinstance(walk.current, Step):
            return GuideProps()
        self._ways.show([way_row(way, self.visit.language) for way in walk.ways])
        return derive_guide(self.visit, walk, walk.current)

    @Slot(int)
    def choose(self, index: int) -> None:
        """One of the ways on."""
        walk = self.visit.session.walk
        if walk and 0 <= index < len(walk.ways):
            self.visit.act(lambda: self.visit.session.choose_in_guide(walk.ways[index]))
