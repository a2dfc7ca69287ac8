"""The launch under the real compositor: a screen that follows the program, ends with it and obeys nobody else."""

from __future__ import annotations

import ctypes
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.helpers import shown_screen as shown
from tests.helpers.shown_screen import LAUNCH, follow, shown_screen
from tests.helpers.two_windows import KIOSK, PAGE
from tests.helpers.untouched_walk import ENDED

pytestmark = [
    pytest.mark.real("sway"),
    pytest.mark.skipif(bool(shown.missing_programs()), reason=f"not installed: {shown.missing_programs()}"),
]
WALK = (sys.executable, "-m", "tests.helpers.untouched_walk", "FOLDER")
EARLY = "--early"
"""As the shipped unit starts the program."""
NO_PICTURE = 69
SCREENS = {"kiosk": "HEADLESS-1", "pano": "HEADLESS-2"}
WAITS = ("sh", "-c", "echo $$ >FOLDER/own; mv FOLDER/own FOLDER/up; exec sleep 1000")


def test_the_screen_follows_idle_slides_and_a_card_reading_that_nobody_touches() -> None:
    with shown_screen(EARLY, *WALK, "0", "2", "2") as screen:
        names = follow(screen)
        assert screen.launch.wait(timeout=60) == ENDED, screen.said()
    assert names == ["slide-0", "slide-1", "lay-the-card", "person"]


def test_the_kiosk_has_the_whole_screen_again_once_the_official_page_over_it_is_gone() -> None:
    with shown_screen(sys.executable, "-m", "tests.helpers.two_windows", "FOLDER") as screen:
        screen.wait_for(screen.folder / "kiosk")
        before = (screen.folder / "kiosk").read_text()
        screen.wait_for(screen.folder / "page")
        assert colours(screen.picture_at_rest(other_than=None)) == {PAGE}
        (screen.folder / "end").touch()
        screen.wait_for(screen.folder / "again")
        assert colours(screen.photograph()) == {KIOSK}
        assert (screen.folder / "again").read_text() == before
        assert before.startswith("FullScreen ")


def test_two_screens_show_the_kiosk_and_the_notices_and_the_keys_stay_the_kiosks() -> None:
    two = (sys.executable, "-m", "tests.helpers.two_screens", "FOLDER")
    with shown_screen(*two, WLR_HEADLESS_OUTPUTS="2") as screen:
        screen.wait_for(screen.folder / "up")
        seen = {name: screen.photograph(f"seen-{name}", output) for name, output in SCREENS.items()}
        (screen.folder / "seen").touch()
        screen.wait_for(screen.folder / "kept")
        for name, output in SCREENS.items():
            own = QImage(str(screen.folder / f"{name}.png")).convertToFormat(seen[name].format())
            assert shown.alike(seen[name], own) >= shown.ALIKE, f"{output} does not show the {name}"
            assert (screen.folder / f"{name}.told").read_text().startswith(f"{output} FullScreen ")


def colours(picture: QImage) -> set[int]:
    """Those of the corners and the middle: one where one window has the whole screen."""
    right, below = picture.width() - 1, picture.height() - 1
    places = ((0, 0), (right, 0), (0, below), (right, below), (right // 2, below // 2))
    return {picture.pixel(*place) & 0xFFFFFF for place in places}


@pytest.mark.parametrize("_once", range(3))
@pytest.mark.parametrize("early", [(), (EARLY,)])
def test_an_ordinary_stop_is_no_failure_and_leaves_neither_process_nor_core(
    early: tuple[str, ...], _once: int
) -> None:
    with shown_screen(*early, *WAITS) as screen:
        screen.wait_for(screen.folder / "up")
        for _ in shown.patiently("the compositor"):
            if any(screen.runtime.glob("wayland-?")):
                break
        inside = [*screen.processes("sway"), int((screen.folder / "up").read_text())]
        screen.launch.send_signal(signal.SIGTERM)
        assert screen.launch.wait(timeout=30) == 0
        assert len(inside) == 2
        assert [pid for pid in inside if Path(f"/proc/{pid}").exists()] == []
        assert "Assertion" not in screen.said()
        assert [path.name for path in screen.folder.glob("core*")] == []


@pytest.mark.parametrize(("program", "status"), [("exit 0", 0), ("exit 3", 3), ("kill -SEGV $$", 128 + 11)])
def test_the_compositor_ends_with_the_program_and_its_status(program: str, status: int) -> None:
    with shown_screen("sh", "-c", program) as screen:
        assert screen.launch.wait(timeout=30) == status, screen.said()


def test_without_its_compositor_the_program_ends_and_the_start_has_failed() -> None:
    with shown_screen(*WAITS) as screen:
        screen.wait_for(screen.folder / "up")
        (compositor,), program = screen.processes("sway"), int((screen.folder / "up").read_text())
        subprocess.run(["kill", "-KILL", str(compositor)], check=True)
        assert screen.launch.wait(timeout=30) == 1
        assert not Path(f"/proc/{program}").exists()


def test_a_pc_without_a_usable_screen_ends_with_a_status_of_its_own() -> None:
    with shown_screen("touch", "FOLDER/up", WLR_BACKENDS="nothing-like-it") as screen:
        assert screen.launch.wait(timeout=30) == NO_PICTURE
        assert not (screen.folder / "up").exists()
        assert "no picture" in screen.said()


def test_without_a_usable_screen_a_program_that_was_started_early_is_ended_too() -> None:
    with shown_screen(EARLY, *WAITS, WLR_BACKENDS="nothing-like-it") as screen:
        assert screen.launch.wait(timeout=30) == NO_PICTURE
        assert not Path(f"/proc/{(screen.folder / 'up').read_text().strip()}").exists()
        assert "no picture" in screen.said()


def test_a_screen_that_is_switched_off_is_waited_for() -> None:
    with shown_screen(*WAITS, WLR_HEADLESS_OUTPUTS="0") as screen:
        line = screen.runtime / "compositor"
        screen.wait_for(line)
        assert '"active": true' not in command(line, "-t", "get_outputs", "-r")
        assert screen.launch.poll() is None
        assert not (screen.folder / "up").exists()
        command(line, "create_output")
        screen.wait_for(screen.folder / "up")
        assert not line.exists()


def command(line: Path, *words: str) -> str:
    """What the compositor answers, once it does."""
    argv = ["swaymsg", "--socket", str(line), *words]
    return subprocess.run(argv, check=True, capture_output=True, text=True, timeout=60).stdout


@pytest.mark.parametrize("early", [(), (EARLY,)])
def test_a_stop_while_no_screen_is_switched_on_is_no_failure(early: tuple[str, ...]) -> None:
    with shown_screen(*early, *WAITS, WLR_HEADLESS_OUTPUTS="0") as screen:
        screen.wait_for(screen.runtime / "compositor")
        screen.launch.send_signal(signal.SIGTERM)
        assert screen.launch.wait(timeout=30) == 0


def test_a_stop_before_the_compositor_is_up_is_no_failure_either() -> None:
    with shown_screen(*WAITS) as screen:
        screen.launch.send_signal(signal.SIGTERM)
        assert screen.launch.wait(timeout=30) in (0, -signal.SIGTERM)


def test_the_program_finds_no_way_to_command_the_compositor() -> None:
    look = "ls $XDG_RUNTIME_DIR >FOLDER/found; env >FOLDER/environment; swaymsg -t get_version >FOLDER/answer"
    with shown_screen("sh", "-c", look) as screen:
        screen.launch.wait(timeout=30)
        found, environment, answer = (
            (screen.folder / name).read_text("utf-8").splitlines() for name in ("found", "environment", "answer")
        )
    assert found == ["wayland-1", "wayland-1.lock"]
    assert "WAYLAND_DISPLAY=wayland-1" in environment
    assert not {"SWAYSOCK", "I3SOCK"} & {line.partition("=")[0] for line in environment}
    assert answer == []


# ------------------------------------------------------------ what no key may mean
def test_no_key_changes_the_terminal_and_none_is_bound() -> None:
    settings = LAUNCH.with_suffix(".conf").read_text("utf-8")
    options = re.findall(r"xkb_options (\S+)", settings)
    assert options == ["srvrkeys:none"]
    assert any(name.startswith("XF86Switch_VT") for name in keys_of(""))
    assert not any(name.startswith("XF86Switch_VT") for name in keys_of(options[0]))


@pytest.mark.parametrize(
    "word", ["bindsym", "bindcode", "bindswitch", "bindgesture", "bar", "mode", "exec", "exec_always", "include"]
)
def test_the_compositors_settings_hold_nothing_that_could_be_called(word: str) -> None:
    lines = LAUNCH.with_suffix(".conf").read_text("utf-8").splitlines()
    assert [line for line in lines if line.split()[:1] == [word]] == []


@pytest.mark.parametrize("line", ["xwayland disable", "swaynag_command -", "swaybg_command -"])
def test_the_compositor_starts_no_program(line: str) -> None:
    assert line in LAUNCH.with_suffix(".conf").read_text("utf-8").splitlines()


class Names(ctypes.Structure):
    """xkbcommon.h, struct xkb_rule_names."""

    _fields_ = [(name, ctypes.c_char_p) for name in ("rules", "model", "layout", "variant", "options")]


def keys_of(options: str) -> set[str]:
    """The name of everything that some key of an ordinary keyboard means on some level, with these XKB options."""
    xkb = ctypes.CDLL("libxkbcommon.so.0")
    xkb.xkb_context_new.restype = xkb.xkb_keymap_new_from_names.restype = ctypes.c_void_p
    xkb.xkb_keymap_get_as_string.restype = ctypes.c_char_p
    context = ctypes.c_void_p(xkb.xkb_context_new(0))
    names = Names(None, b"pc105", b"us", None, options.encode())
    keymap = ctypes.c_void_p(xkb.xkb_keymap_new_from_names(context, ctypes.byref(names), 0))
    text = xkb.xkb_keymap_get_as_string(keymap, 1).decode()
    symbols = text[text.index("xkb_symbols") :]
    return set(re.findall(r"[A-Za-z0-9_]+", symbols))
