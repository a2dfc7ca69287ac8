"""Windows' own devices as far as Wine has them: a page drawn on a queue goes through a real CUPS onto a real IPP
device; voices are looked up as Windows lists them; the program for WIA is there and says that there is no scanner.

What Wine cannot show (the state of a job in a queue, a scanned page, a spoken word) is in
`tests/devices/test_windows_hardware.py`, for a real Windows.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PIL import ImageChops

from kiosk.documents import Typesetter
from kiosk.documents.testpage import self_test_page
from release.folder import ROOT
from tests.helpers import cups
from tests.helpers.pages import pages_of, qr_texts
from tests.helpers.waiting import wait_until
from tests.windows.wine import Prefix

NO_SCANNER, NO_VOICE, CANNOT_SPEAK, WRONG_WORDS = 4, 3, 4, 2
VOICES = "HKLM\\SOFTWARE\\Microsoft\\Speech_OneCore\\Voices"
OTHER_DOTS, OTHER_GREY = 0.03, 64
"""Of a page at 50 dpi; the queue's PostScript draws the page's dots between those of the device, seen in 1.8 %."""


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return self_test_page(Typesetter(), station="may-1", printed_on=date(2026, 11, 23)).pdf


def test_a_page_drawn_on_a_queue_comes_out_as_it_was_set(
    prefix: Prefix, python: Path, pdf: bytes, printing_machines: tuple[cups.Device, cups.Queue], tmp_path: Path
) -> None:
    device, queue = printing_machines
    paper, script = tmp_path / "page.pdf", Path(__file__).with_name("printing.py")
    paper.write_bytes(pdf)
    words = [f"Z:{place}" for place in (script, ROOT, paper)]
    said = prefix.run(str(python), *words, queue.name, CUPS_SERVER=f"127.0.0.1:{queue.port}")
    assert (said.code, said.out.split()) == (0, [queue.name, "ready"]), said.err
    wait_until(lambda: bool(device.papers()), "a page lies in the tray")
    came = device.papers()[-1].read_bytes()
    assert qr_texts(came) == qr_texts(pdf) != []
    assert _share_of_other_dots(came, pdf) < OTHER_DOTS


def _share_of_other_dots(one: bytes, other: bytes) -> float:
    (drawn,), (meant,) = pages_of(one, 50), pages_of(other, 50)
    assert drawn.size == meant.size
    shades = ImageChops.difference(drawn.convert("L"), meant.convert("L")).histogram()
    return sum(shades[OTHER_GREY + 1 :]) / (drawn.width * drawn.height)


def test_a_voice_is_found_by_its_language_where_windows_lists_one(prefix: Prefix, folder: Path) -> None:
    voice = str(folder / "kiosk-dvc-voice.exe")
    assert prefix.run(voice, "vi", "100", "70").code == NO_VOICE
    attributes = f"{VOICES}\\Tokens\\MSTTS_V110_viVN_An\\Attributes"
    assert prefix.run("reg", "add", attributes, "/v", "Language", "/d", "42A", "/f").code == 0
    try:
        asked = {language: prefix.run(voice, "--has", language).code for language in ("vi", "en", "fr")}
        assert asked == {"vi": 0, "en": NO_VOICE, "fr": NO_VOICE}
        assert prefix.run(voice, "vi", "100", "70").code == CANNOT_SPEAK
    finally:
        prefix.run("reg", "delete", VOICES, "/f")
    assert prefix.run(voice, "--play", "C:\\nowhere.wav").code == CANNOT_SPEAK
    assert prefix.run(voice, "vi").code == WRONG_WORDS


def test_without_a_scanner_the_program_for_wia_says_so(prefix: Prefix, folder: Path) -> None:
    program = str(folder / "kiosk-dvc-wia.exe")
    listed = prefix.run(program, "--list")
    assert (listed.code in {0, NO_SCANNER}, listed.out) == (True, "")  # Wine's service serves its first caller alone
    assert prefix.run(program, "--ask").code == NO_SCANNER
    assert prefix.run(program, "Feeder", "300", "Grayscale8").code == NO_SCANNER
    assert prefix.run(program, "Feeder").code == WRONG_WORDS
