"""Reading aloud: recorded files when the content pack has them, else the system's voice; one voice at a time.

Each sentence is looked up by the hash of its text in `FOLDER/LANGUAGE/HASH.wav` and played; what has no recording
goes to a voice through its standard input, so no word of a person ever stands in an argument list.
Stopping is at once: the process is killed. It decides nothing about what is read; staff screens never ask it to.
With `headphones_only`, the sound card's jack is asked first and nothing is said into an open room.
"""

from __future__ import annotations

import hashlib
import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, Signal

from devices.system import voices
from kiosk.i18n import Language, nfc

SILENT = str.maketrans({"•": "", "·": ",", "“": "", "”": "", "_": " "})


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How something is said: language, volume in percent, speed in percent of the usual rate."""

    language: Language
    volume: int
    speed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """One process to run: its program and arguments, and what goes to its standard input (may be empty)."""

    argv: tuple[str, ...]
    said: str


def speakable(text: str) -> str:
    """The text as a voice should get it: "ông/bà" without its stroke, no bullets, no quotes."""
    spoken = re.sub(r"(?<=[^\W\d])/(?=[^\W\d])", " ", nfc(text).translate(SILENT))
    return re.sub(r"\s+", " ", spoken).strip(" .,")


def recording(folder: Path, text: str, language: Language) -> Path:
    """Where the recorded reading of `text` lies, when there is one."""
    name = hashlib.sha256(nfc(text).encode()).hexdigest()[:20]
    return folder / language.code / f"{name}.wav"


def utterances(texts: Sequence[str], manner: Manner, recordings: Path | None) -> list[Utterance]:
    """The processes that read `texts`, in order; neighbours without a recording share one."""
    made: list[Utterance] = []
    unrecorded: list[str] = []
    for text in texts:
        file = recording(recordings, text, manner.language) if recordings else None
        if file is None or not file.is_file():
            unrecorded.append(speakable(text))
            continue
        made += _synthetic(unrecorded, manner)
        unrecorded = []
        made.append(Utterance(argv=voices.playing(file), said=""))
    return made + _synthetic(unrecorded, manner)


def _synthetic(texts: list[str], manner: Manner) -> list[Utterance]:
    said = ".\n".join(text for text in texts if text)
    if not said:
        return []
    argv = voices.reading(manner.language.code, speed=manner.speed, volume=manner.volume)
    return [Utterance(argv=argv, said=said)]


class Speech(QObject):
    """One voice. Use it from the GUI thread; the work is done by processes of their own."""

    spoke = Signal()
    """All that was asked for has been read."""
    unavailable = Signal()
    """There is no program to read with, or no voice of the language; the screen stays silent."""

    def __init__(
        self, recordings: Path | None = None, *, headphones_only: bool = False, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._recordings = recordings
        self._headphones_only = headphones_only
        self._waiting: deque[Utterance] = deque()
        self._asking_jack = False
        self._process = QProcess(self)  # one for ever: a voice that is killed makes room for the next
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._failed)

    @property
    def speaking(self) -> bool:
        """Whether a voice is heard now, or about to be."""
        return bool(self._waiting) or self._process.state() is not QProcess.ProcessState.NotRunning

    def say(self, texts: Sequence[str], manner: Manner) -> None:
        """Stop what is being said and read `texts`."""
        self.stop()
        self._waiting = deque(utterances(texts, manner, self._recordings))
        if not self._waiting:
            return
        if not self._headphones_only:
            self._next()
        elif jack := voices.asking_for_headphones():
            self._asking_jack = True
            self._start(jack)
        else:
            self._give_up()

    def stop(self) -> None:
        """Silence, at once; what waited is forgotten."""
        self._waiting.clear()
        self._asking_jack = False
        self._process.blockSignals(True)
        self._process.kill()
        self._process.waitForFinished(200)
        self._process.blockSignals(False)

    def _start(self, argv: tuple[str, ...]) -> None:
        self._process.setProgram(argv[0])
        self._process.setArguments(list(argv[1:]))
        self._process.start()

    def _next(self) -> None:
        if not self._waiting:
            self.spoke.emit()
            return
        utterance = self._waiting.popleft()
        self._start(utterance.argv)
        self._process.write(utterance.said.encode())
        self._process.closeWriteChannel()

    def _ended(self, code: int) -> None:
        if self._asking_jack:
            self._asking_jack = False
            if b"values=on" not in self._process.readAllStandardOutput().data():
                self._waiting.clear()
                return
        elif code == voices.NO_VOICE:
            self._give_up()
            return
        self._next()

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._give_up()

    def _give_up(self) -> None:
        self._waiting.clear()
        self.unavailable.emit()
