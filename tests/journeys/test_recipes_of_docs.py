"""The recipes of docs/development.md, played in a copy of the project by somebody who knows only that page.

Blocks are taken out of the page and run in their order: what is typed, files that are written, lines that change.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.content.pack import Pack
from kiosk.filing.catalogue import labels_of, read_portals
from tests.helpers.pages import text_of
from tests.unit.ui.qml.test_screen_places import PLACES, add_english, add_member, add_page

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "development.md").read_text(encoding="utf-8")
COMPILED = Path(sys.prefix) / "compiled"
"""Where `./station` keeps what Python compiles."""
RECIPES = PAGE.partition("## Recipes\n")[2].partition("\n## ")[0]
_BLOCK = re.compile(r"^```(\w+)(?: ([^\n]+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NOT_COPIED = shutil.ignore_patterns(
    ".*", "__pycache__", "build", "out", "dist", "parsed", "pages", "vectors", "pictures", "*.qmlc", "*.jsc"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block: `bash`, `diff`, or the language of a file with the file's name."""

    kind: str
    name: str
    text: str


def recipe(title: str) -> list[Block]:
    """The blocks of one recipe."""
    told = RECIPES.partition(f"### {title}\n")[2].partition("\n### ")[0]
    blocks = [Block(kind=kind, name=name, text=text) for kind, name, text in _BLOCK.findall(told)]
    assert blocks, f"the page has no recipe called {title!r}"
    return blocks


def change(tree: Path, diff: str) -> None:
    """Change each hunk's lines where they stand; they must stand there once."""
    file = tree
    for part in re.split(r"^(?=--- a/|@@)", diff, flags=re.MULTILINE):
        if part.startswith("--- a/"):
            file = tree / part.split()[1].removeprefix("a/")
        elif part.startswith("@@"):
            lines = part.splitlines()[1:]
            before = "\n".join(line[1:] for line in lines if line[:1] != "+")
            after = "\n".join(line[1:] for line in lines if line[:1] != "-")
            text = file.read_text(encoding="utf-8")
            assert text.count(before) == 1, f"{file.name}: not there once: {before}"
            file.write_text(text.replace(before, after), encoding="utf-8")


def environment(tree: Path) -> dict[str, str]:
    """As in a fresh terminal: nothing of this machine's station but the environment in which the tests run."""
    own = {
        "KIOSK_STATE": str(tree / "out/state"),
        "KIOSK_CONFIG": str(tree / "out/own"),
        "QT_QPA_PLATFORM": "offscreen",
        "STATION_VENV": sys.prefix,
    }
    left = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "PYTEST", "KIOSK"))}
    return left | own


def type_in(tree: Path, command: str) -> str:
    """What it says on the way; it must end well."""
    (tree / "out").mkdir(exist_ok=True)
    shell = ["bash", "-euo", "pipefail", "-c", command]
    done = subprocess.run(shell, cwd=tree, env=environment(tree), capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
    return done.stdout + done.stderr


def play(tree: Path, title: str) -> str:
    """Every block of a recipe; what the typed ones said."""
    said = []
    for block in recipe(title):
        if block.kind == "bash":
            said.append(type_in(tree, block.text))
        elif block.kind == "diff":
            change(tree, block.text)
        else:
            place = tree / block.name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(block.text, encoding="utf-8")
    return "\n".join(said)


def look(tree: Path, play: str, *, settings: str = "") -> None:
    """Run lines of Python over the copy's own window, `window`."""
    (tree / "look.py").write_text(
        "from pathlib import Path\n"
        "from PySide6.QtQuick import QQuickItem\n"
        "from kiosk.session import Screen\n"
        "from tests.helpers.kiosk_window import kiosk_window\n"
        f"state = Path({str(tree / 'out' / 'window')!r})\n{settings}\n"
        "with kiosk_window(state) as window:\n"
        "    app, user = window.app, window.user\n"
        "    app.visit.begin()\n" + "".join(f"    {line}\n" for line in play.strip().splitlines()),
        encoding="utf-8",
    )
    around = environment(tree) | {"PYTHONPATH": str(tree), "PYTHONPYCACHEPREFIX": str(COMPILED)}
    done = subprocess.run(
        [sys.executable, "look.py"], cwd=tree, env=around, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the project, as a clone has it: nothing made yet but the environment."""
    tree = tmp_path_factory.mktemp("clone") / "station"
    shutil.copytree(ROOT, tree, ignore=NOT_COPIED)
    yield tree
    shutil.rmtree(COMPILED / tree.relative_to("/"), ignore_errors=True)


def test_the_page_has_a_recipe_for_each_thing_that_is_added_often() -> None:
    titles = re.findall(r"^### (.+)$", RECIPES, re.MULTILINE)
    assert titles == [
        "Add a procedure", "Add a form", "Add a guide", "A portal changed its label", "Add a screen",
        "Add a device driver", "Add a language",
    ]  # fmt: skip


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


def test_the_recipe_of_a_screen_names_what_the_check_asks_for_and_the_command_begins_its_english(
    tmp_path: Path,
) -> None:
    """The screen itself is built place by place, and opened, by `test_screen_places`."""
    told = RECIPES.partition("### Add a screen\n")[2].partition("\n### ")[0]
    for wanted in ("kiosk/screens.py", "ui/view_models/hours.py", "HoursViewModel", "HoursScreen.qml", "way to it"):
        assert wanted in told
        assert any(wanted in said for sentences in PLACES.values() for said in sentences)
    assert [block.text for block in recipe("Add a screen")] == ["./station check || true\n", "./station texts\n"]
    tree = tmp_path / "tree"
    shutil.copytree(ROOT / "ui", tree / "ui", ignore=NOT_COPIED)
    shutil.copytree(ROOT / "kiosk", tree / "kiosk", ignore=NOT_COPIED)
    add_member(tree)
    add_page(tree)
    from tests.qml.screen_places import missing_english
    from tests.qml.texts import write

    assert write(tree) == ["ui/translations/screens_en.ts: 2 without translation"]
    assert [told.partition(":")[0] for told in missing_english(tree)] == ["HoursScreen.qml"] * len(
        PLACES[add_english]
    )


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
