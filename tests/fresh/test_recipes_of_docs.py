"""The recipes of docs/development.md, played in a copy of the project by somebody who knows only that page.

Blocks are taken out of the page and run in their order: what is typed, files that are written, lines that change.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.content.pack import Pack
from kiosk.filing.catalogue import labels_of, read_portals
from tests.helpers.pages import text_of
from tests.helpers.recipes import COMPILED, NOT_COPIED, ROOT, environment, look, play


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the project, as a clone has it: nothing made yet but the environment."""
    tree = tmp_path_factory.mktemp("clone") / "station"
    shutil.copytree(ROOT, tree, ignore=NOT_COPIED)
    yield tree
    shutil.rmtree(COMPILED / tree.relative_to("/"), ignore_errors=True)


def test_somebody_who_knows_only_the_page_gets_a_procedure_onto_the_screen_and_onto_paper(clone: Path) -> None:
    said = play(clone, "Add a procedure")
    assert "cap-the-thu-vien-xa" in said
    paper = text_of((clone / "out/library-card.pdf").read_bytes())
    assert "Làm thẻ để mượn sách ở thư viện xã." in paper
    assert "A card to borrow books at the commune library." in paper
    look(
        clone,
        """
app.visit.act(lambda: app.visit.session.go(Screen.SEARCH))
user.settle()
user.type("the thu vien")
user.wait_to_see("Cấp thẻ thư viện xã")
user.press("Cấp thẻ thư viện xã")
user.wait_to_see("Làm thẻ để mượn sách ở thư viện xã.")
assert app.visit.session.procedure.id == "cap-the-thu-vien-xa" and app.warnings == [], app.warnings
""",
    )


def test_a_form_and_a_guide_come_onto_paper_from_the_page_alone(clone: Path) -> None:
    play(clone, "Add a form")
    assert "ĐƠN XIN THẺ THƯ VIỆN" in text_of((clone / "out/application.pdf").read_bytes()).upper()
    play(clone, "Add a guide")
    assert "Mượn sách qua mạng" in text_of((clone / "out/borrow.pdf").read_bytes())


def test_a_label_that_a_portal_changed_is_known_at_every_field_of_its_kind(clone: Path) -> None:
    assert "nội dung đúng" in play(clone, "A portal changed its label")
    portals = read_portals(Pack(clone / "assets/content"))
    assert portals.shared is not None
    marriage = portals.by_id["justice"]
    names = [field for filing in marriage.filings for block in filing.blocks for field in block.fields
             if field.called == "ho-ten"]  # fmt: skip
    assert len(names) > 5
    assert all("Họ tên khai sinh" in labels_of(field, marriage, portals.shared) for field in names)


def test_a_driver_written_as_on_the_page_prints_into_its_folder(clone: Path) -> None:
    play(clone, "Add a device driver")
    spool = clone / "out" / "spool"
    probe = f"""
from pathlib import Path
import msgspec
from devices.printer.interface import JobState, PrinterTrouble
from kiosk.settings import read_settings
from kiosk.station.devices import printer
settings = read_settings(overrides=Path("out/station")).devices.printer
device = printer(msgspec.structs.replace(settings, folder={str(spool)!r}))
assert device.status().trouble is PrinterTrouble.OFFLINE
Path({str(spool)!r}).mkdir()
assert device.status().trouble is None
job = device.submit(b"%PDF-1.7", job_name="leaflet", copies=2)
assert device.job(job).state is JobState.COMPLETED
"""
    around = environment(clone) | {"PYTHONPATH": str(clone)}
    subprocess.run([sys.executable, "-c", probe], cwd=clone, env=around, check=True)
    assert sorted(file.name for file in spool.iterdir()) == ["leaflet-1-1.pdf", "leaflet-1-2.pdf"]


def test_a_language_begun_as_on_the_page_is_spoken_by_the_screens(clone: Path) -> None:
    play(clone, "Add a language")
    look(
        clone,
        """
assert [language.code for language in app.visit.services.languages] == ["vi", "en", "fr"]
app.look.setProperty("language", 2)
user.settle()
assert user.sees("Appeler de l’aide"), user.texts()
app.visit.act(lambda: app.visit.session.choose_procedure("dang-ky-tam-tru"))
user.settle()
assert user.sees("Déclarer une résidence temporaire"), user.texts()
""",
        settings="(state / 'none').mkdir(parents=True)\n"
        "(state / 'none' / 'kiosk.toml').write_text('[visit]\\nlanguages = [\"vi\", \"en\", \"fr\"]\\n')",
    )
