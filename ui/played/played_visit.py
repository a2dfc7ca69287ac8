"""What a played visit leaves behind: one picture a screen, and `visit.json` without any value of the person."""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

from ui.played.screen_user import ScreenUser
from ui.window.app import App

SETTLE_MS = 60
"""The picture is taken this much after the first paint: drawings of canvases come a frame later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordedStep:
    """One screen: its picture, and the milliseconds from the touch before it until it was painted."""

    number: int
    name: str
    screen: str
    milliseconds: float
    picture: str


@dataclass(slots=True, kw_only=True)
class PlayedVisit:
    """Collects the steps of one visit in `folder`."""

    folder: Path
    app: App
    user: ScreenUser
    steps: list[RecordedStep] = field(default_factory=list)
    _touched: float = field(default_factory=time.perf_counter)

    def touch(self, name: str) -> None:
        """Press a button; the clock of the next step starts."""
        self.user.wait_for(lambda: self.user.can_press(name), f"a button named {name!r}")
        self._touched = time.perf_counter()
        self.user.press(name)

    def keep(self, name: str) -> None:
        """The screen in front as a picture and a step."""
        self.user.settle()
        self.app.window.grabWindow()
        milliseconds = (time.perf_counter() - self._touched) * 1000
        number = len(self.steps) + 1
        picture = f"{number:02}-{name}.png"
        self.user.rest(SETTLE_MS)
        self.app.window.grabWindow().save(str(self.folder / picture))
        self.steps.append(
            RecordedStep(
                number=number,
                name=name,
                screen=self.app.visit.screen.name.lower(),
                milliseconds=round(milliseconds, 1),
                picture=picture,
            )
        )
        self._touched = time.perf_counter()

    def write(self, *, printed: list[Path], counted: dict[tuple[str, str], int], seconds: float) -> None:
        """Write `visit.json`: each step with its milliseconds, the papers, the counts, what QML complained of."""
        report = {
            "seconds": round(seconds, 2),
            "steps": [asdict(step) for step in self.steps],
            "printed": [{"file": path.name, "bytes": path.stat().st_size} for path in printed],
            "counted": [{"kind": kind, "subject": subject, "times": n} for (kind, subject), n in counted.items()],
            "qml_warnings": self.app.warnings,
        }
        (self.folder / "visit.json").write_text(json.dumps(report, ensure_ascii=False, indent=2), encoding="utf-8")
