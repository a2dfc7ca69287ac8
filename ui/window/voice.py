"""The voice of the window: what the screens say goes to speech, in the manner that the person has chosen."""

from __future__ import annotations

from PySide6.QtCore import QObject

from kiosk import paths
from kiosk.settings import DeviceSettings
from ui.view_models.shell import ShellViewModel
from ui.visit.current_visit import CurrentVisit
from ui.window.speech import Manner, Speech


def connected_voice(devices: DeviceSettings, shell: ShellViewModel, visit: CurrentVisit, look: QObject) -> Speech:
    """Speech that says what `shell` asks for, and is still when a visit is wiped; mute where the settings say so."""

    def manner() -> Manner:
        return Manner(language=visit.language, volume=int(look.property("volume")), speed=int(look.property("speed")))

    recordings = paths.assets() / "content" / "speech"
    speech = Speech(recordings, headphones_only=devices.sound.headphones_only)
    if devices.sound.enabled:
        shell.said.connect(lambda texts: speech.say(texts, manner()))
        shell.silenced.connect(speech.stop)
    visit.wiped.connect(speech.stop)
    return speech
