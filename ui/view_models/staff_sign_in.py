"""The role and its PIN before the staff pages: digits as dots, tries left, the lock counting down."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from PySide6.QtCore import QTimer, Slot
from PySide6.QtQml import QmlElement

from kiosk.counts.events import Role
from kiosk.staff import PinAccepted, PinLocked, PinOutcome, PinStore, PinUnusable, PinWrong
from kiosk.staff.pin import DIGITS, KEY_DIGITS
from ui.shown.qml_values import member
from ui.view_models.keypad_model import KeypadModel
from ui.view_models.staff_model import StaffParts

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1
SECOND_MS = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInProps:
    """`entered` digits of `count`, those of the PIN or, while it is locked, of the key; the digits themselves never
    leave the view model. `roles` are those with a PIN; one alone is not asked for."""

    roles: tuple[Role, ...] = ()
    role: Role | None = None

    entered: int = 0
    count: int = DIGITS
    judging: bool = False
    wrong: bool = False
    tries_left: int = 0
    locked_seconds: int = 0
    trouble: str = ""
    remedy: str = ""


@QmlElement
class SignInViewModel(KeypadModel[SignInProps]):
    """Takes digits; a try is judged on the staff's thread."""

    def __init__(self, parts: StaffParts) -> None:
        super().__init__(parts)
        self._roles: tuple[Role, ...] = ()
        self._role = Role.TECHNICIAN
        self._judging = False
        self._outcome: PinOutcome | None = None
        self._second = QTimer(self)
        self._second.setInterval(SECOND_MS)
        self._second.timeout.connect(self._tick)

    def enter(self) -> None:
        """Begin with the first role that has a PIN. A lock of before still counts."""
        self._roles = self.side.services.pins.offered()
        self._role = self._roles[0]
        self._outcome = self._pin.standing()
        self._second.start()

    @property
    def _pin(self) -> PinStore:
        return self.side.services.pins.of(self._role)

    def derive(self) -> SignInProps:
        """Digits as their number, and what came of the last try."""
        props = SignInProps(
            roles=self._roles if len(self._roles) > 1 else (),
            role=self._role,
            entered=len(self.digits),
            judging=self._judging,
        )
        match self._outcome:
            case None | PinAccepted():
                return props
            case PinWrong(tries_left=left):
                return replace(props, wrong=True, tries_left=left)
            case PinLocked(seconds_left=seconds):
                return replace(props, locked_seconds=seconds, count=KEY_DIGITS)
            case PinUnusable(code=code):
                words = self.side.failure(code)
                return replace(props, trouble=words.title, remedy=words.remedy)
            case unreachable:
                assert_never(unreachable)

    def wipe(self) -> None:
        """No digit stays, neither typed nor waiting for its judgement."""
        self._judging, self._outcome = False, None
        self._second.stop()
        super().wipe()

    @Slot(int)
    def chooseRole(self, role: int) -> None:
        """The PIN of another role; digits typed for the one before are forgotten."""
        chosen = member(Role, role)
        if chosen in self._roles and not self._judging:
            self.side.act(lambda: self._choose(chosen))

    @Slot()
    def signIn(self) -> None:
        """Have the digits judged on the staff's thread, once all are there; they are forgotten here at once."""
        if not self.wanted() or len(self.digits) < self.wanted():
            return
        pin, store = self.digits, self._pin
        self.digits, self._judging = "", True
        self.side.look_again()
        self.side.run(lambda: store.judge(pin), self._judged, lambda _: self._judged(None))

    def wanted(self) -> int:
        """Those of the key while the PIN is locked; the last one is judged by the main button."""
        if self._judging or isinstance(self._outcome, PinUnusable):
            return 0
        return KEY_DIGITS if isinstance(self._outcome, PinLocked) else DIGITS

    def _choose(self, role: Role) -> None:
        self._role, self.digits = role, ""
        self._outcome = self._pin.standing()

    def take(self, digits: str) -> None:
        """A wrong PIN is said until something is typed."""
        super().take(digits)
        if isinstance(self._outcome, PinWrong):
            self._outcome = None

    def _judged(self, outcome: PinOutcome | None) -> None:
        self._judging, self._outcome = False, outcome
        if isinstance(outcome, PinAccepted):
            self._second.stop()
            self.side.admit(self._role)

    def _tick(self) -> None:
        """The lock counts down; nobody does anything, so nobody is there because of it."""
        if isinstance(self._outcome, PinLocked):
            self._outcome = self._pin.standing()
            if self._outcome is None:
                self.digits = ""  # the PIN is asked for again
            self.refresh()
