"""The programs that read aloud: espeak-ng and ALSA's own on Linux; on Windows a small program of ours, which speaks
by SAPI's voices (`voice.c`). What is said goes to their standard input, so no word of a person stands in an argument
list.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from devices.system.places import beside_program
from devices.system.programs import run

NO_VOICE = 3
"""What the program on Windows ends with where there is no voice of the language."""
_WORDS_A_MINUTE = 140
_PATIENCE_S = 20.0
_CARDS = Path("/proc/asound/cards")


if sys.platform == "win32":
    import ctypes

    _PROGRAM = "kiosk-dvc-voice"

    def reading(language: str, *, speed: int, volume: int) -> tuple[str, ...]:
        """The program that says what it gets, as UTF-8; `speed` in percent of the usual rate, `volume` in percent."""
        return (beside_program(_PROGRAM), language, str(speed), str(volume))

    def playing(file: Path) -> tuple[str, ...]:
        """The program that plays a recorded reading."""
        return (beside_program(_PROGRAM), "--play", str(file))

    def asking_for_headphones() -> tuple[str, ...] | None:
        """None: Windows is not asked, and where only headphones may speak nothing is said."""
        return None

    def has_voice(language: str) -> bool:
        """Whether there is a voice of that language."""
        try:
            return run((beside_program(_PROGRAM), "--has", language), _PATIENCE_S).returncode == 0
        except (OSError, subprocess.TimeoutExpired):
            return False

    def has_sound_card(cards: Path = _CARDS) -> bool:
        """Whether anything can be heard."""
        del cards
        return bool(ctypes.WinDLL("winmm").waveOutGetNumDevs())

else:

    def reading(language: str, *, speed: int, volume: int) -> tuple[str, ...]:
        """The program that says what it gets, as UTF-8; `speed` in percent of the usual rate, `volume` in percent."""
        rate = str(_WORDS_A_MINUTE * speed // 100)
        return ("espeak-ng", "-v", language, "-s", rate, "-a", str(volume * 2), "--stdin")

    def playing(file: Path) -> tuple[str, ...]:
        """The program that plays a recorded reading."""
        return ("aplay", "-q", str(file))

    def asking_for_headphones() -> tuple[str, ...] | None:
        """The program that says `values=on` where headphones are plugged in."""
        return ("amixer", "-c", "0", "cget", "iface=CARD,name=Headphone Jack")

    def has_voice(language: str) -> bool:
        """Whether there is a voice; espeak-ng has every language the kiosk speaks."""
        del language
        return shutil.which("espeak-ng") is not None

    def has_sound_card(cards: Path = _CARDS) -> bool:
        """Whether anything can be heard, by what the kernel tells."""
        try:
            return "no soundcards" not in cards.read_text(encoding="utf-8")
        except OSError:
            return False
