"""Reading aloud: what is said, how it is stopped, and that no word stands in an argument list."""

from __future__ import annotations

import stat
import subprocess
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.i18n import BOTH, Language
from ui.window.speech import Manner, Speech, recording, speakable, utterances

VIETNAMESE = Manner(language=Language.VI, volume=70, speed=100)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ông/bà đọc giúp.", "Ông bà đọc giúp"),
        ("040•••••7531", "0407531"),
        ("05/09/1954", "05/09/1954"),
        ("“Tiếp tục”", "Tiếp tục"),
    ],
)
def test_a_text_is_made_speakable(text: str, said: str) -> None:
    assert speakable(text) == said


def test_no_word_stands_in_the_arguments() -> None:
    made = utterances(["Nguyễn Văn Mẫu"], VIETNAMESE, None)
    assert [u.said for u in made] == ["Nguyễn Văn Mẫu"]
    assert all("Mẫu" not in part for u in made for part in u.argv)


def test_a_recording_is_played_where_the_pack_has_one(tmp_path: Path) -> None:
    file = recording(tmp_path, "Quay lại", Language.VI)
    file.parent.mkdir(parents=True)
    file.write_bytes(b"RIFF")
    made = utterances(["Xin chào", "Quay lại", "Kết thúc", "Gọi người hỗ trợ"], VIETNAMESE, tmp_path)
    assert [u.argv[0] for u in made] == ["espeak-ng", "aplay", "espeak-ng"]
    assert made[2].said == "Kết thúc.\nGọi người hỗ trợ"


def test_volume_speed_and_language_reach_the_voice() -> None:
    (made,) = utterances(["Hello"], Manner(language=Language.EN, volume=40, speed=130), None)
    assert made.argv == ("espeak-ng", "-v", "en", "-s", "182", "-a", "80", "--stdin")


@pytest.fixture
def fake_voice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An espeak-ng that writes what it hears into a file and then speaks for a long time."""
    heard = tmp_path / "heard"
    program = tmp_path / "espeak-ng"
    program.write_text(f"#!/bin/sh\ncat >> {heard}\necho >> {heard}\nexec sleep ${{LASTS:-0}}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return heard


def test_a_text_is_read_to_its_end(qtbot: QtBot, fake_voice: Path) -> None:
    speech = Speech()
    with qtbot.waitSignal(speech.spoke):
        speech.say(["Xin chào ông/bà."], VIETNAMESE)
    assert fake_voice.read_text().strip() == "Xin chào ông bà"
    assert not speech.speaking


def test_stopping_is_at_once_and_nothing_follows(
    qtbot: QtBot, fake_voice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LASTS", "60")
    speech = Speech()
    speech.say(["một"], VIETNAMESE)
    qtbot.waitUntil(fake_voice.exists)
    speech.stop()
    assert not speech.speaking
    with qtbot.assertNotEmitted(speech.spoke, wait=50):
        pass


def test_a_new_text_silences_the_old_one(qtbot: QtBot, fake_voice: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LASTS", "60")
    speech = Speech()
    speech.say(["một"], VIETNAMESE)
    qtbot.waitUntil(lambda: fake_voice.exists() and fake_voice.read_text().endswith("\n"))  # all of it is written
    monkeypatch.setenv("LASTS", "0")
    with qtbot.waitSignal(speech.spoke):
        speech.say(["hai"], VIETNAMESE)
    assert fake_voice.read_text().split() == ["một", "hai"]


def test_a_missing_voice_is_told_and_harms_nothing(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    speech = Speech()
    with qtbot.waitSignal(speech.unavailable):
        speech.say(["một"], VIETNAMESE)
    assert not speech.speaking


@pytest.mark.parametrize(("jack", "spoken"), [("values=on", True), ("values=off", False)])
def test_with_headphones_only_an_open_room_hears_nothing(
    qtbot: QtBot, fake_voice: Path, tmp_path: Path, jack: str, *, spoken: bool
) -> None:
    amixer = tmp_path / "amixer"
    amixer.write_text(f"#!/bin/sh\necho ': {jack}'\n")
    amixer.chmod(0o755)
    speech = Speech(headphones_only=True)
    speech.say(["một"], VIETNAMESE)
    qtbot.waitUntil(lambda: not speech.speaking)
    assert fake_voice.exists() is spoken


@pytest.mark.parametrize("language", BOTH, ids=lambda language: language.code)
def test_the_real_voice_takes_what_we_give_it(tmp_path: Path, language: Language) -> None:
    (made,) = utterances(["Ông/bà đặt thẻ lên máy đọc."], Manner(language=language, volume=70, speed=115), None)
    heard = tmp_path / "heard.wav"
    subprocess.run([*made.argv, "-w", str(heard)], input=made.said.encode(), check=True, timeout=60)
    assert heard.read_bytes()[:4] == b"RIFF"
    assert heard.stat().st_size > 10_000
