"""What the documents say exists, exists: commands, options, folders, pictures, links, decisions and their numbers."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from kiosk.cli import kiosk
from ui.__main__ import demo
from ui.audit.gallery import TOURED
from ui.played.gallery import SHAPES, SHOWN

ROOT = Path(__file__).resolve().parents[2]
DECISIONS = sorted((ROOT / "docs" / "adr").glob("*.md"))
TOP = ("README.md", "ARCHITECTURE.md", "CHANGELOG.md", "CONTRIBUTING.md")
PAGES = [*(ROOT / name for name in TOP), *sorted(ROOT.glob("docs/**/*.md"))]
IDS = [str(page.relative_to(ROOT)) for page in PAGES]
every_page = pytest.mark.parametrize("page", PAGES, ids=IDS)
FOLDERS = ("assets", "config", "devices", "docs", "kiosk", "release", "tests", "ui")
MADE_BY_RUNNING = ("out/",)
MADE_BY_RECIPES = {
    "assets/content/procedures/cap-the-thu-vien-xa.toml",
    "assets/content/guides/muon-sach-qua-mang.toml",
    "ui/view_models/hours.py",
    "ui/translations/*_fr.ts",
}
"""What the recipes of `docs/development.md` add; `./station fresh` plays them in a copy."""
MEASURED = re.compile(r"\d[\d.,]*\s?(ms|s|MB|kB|GB|%|fps|APDUs|exchanges|tests|lines|seconds|milliseconds)\b")
PLACEHOLDER = re.compile(r"^[A-Z…|]+$|…")


# ------------------------------------------------------------ decisions
def test_the_decisions_are_numbered_one_after_the_other() -> None:
    numbers = [int(path.name[:4]) for path in DECISIONS]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.name)
def test_a_decision_says_in_its_title_what_was_decided(path: Path) -> None:
    title, date = path.read_text("utf-8").splitlines()[:2]
    assert title.startswith(f"# {int(path.name[:4])}. ")
    assert len(title.split()) >= 5, "a title that is only a topic decides nothing"
    assert re.search(r"accepted", date, re.IGNORECASE)
    assert "2026" in date


def test_every_reference_to_a_decision_leads_to_one() -> None:
    names = {path.name for path in DECISIONS}
    sources = [*PAGES, ROOT / "pyproject.toml", *ROOT.glob("kiosk/**/*.py"), *ROOT.glob("devices/**/*.py")]
    found = {name for path in sources for name in re.findall(r"adr/(\d{4}[\w-]*\.md)", path.read_text("utf-8"))}
    assert found <= names


def test_every_library_that_ships_has_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = {re.split(r"[\[=;<>~ ]", line)[0] for line in project["dependencies"]} - {"shiboken6"}
    said = next(path for path in DECISIONS if path.name.startswith("0002")).read_text("utf-8").lower()
    assert {name for name in names if name.lower() not in said} == set()


# ------------------------------------------------------------ commands
def typed(page: Path) -> Iterator[list[str]]:
    """The words after `./station` or `kiosk-dvc`, wherever a page writes such a command as code."""
    text = page.read_text("utf-8")
    spans = re.findall(r"`([^`\n]+)`", text)
    spans += [
        line
        for block in re.findall(r"^```[^\n]*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
        for line in block.splitlines()
    ]
    for span in spans:
        if not span.lstrip().startswith(("./station", "kiosk-dvc", "sudo")):
            continue  # a line of a file, with quotes of its own
        words = shlex.split(span.partition(" # ")[0].partition(" -> ")[0].replace("'", ""))
        words = [word for word in words if word != "sudo"]
        if words[:1] == ["./station"]:
            yield words[1:]
        elif words[:1] == ["kiosk-dvc"]:
            yield ["kiosk", *words[1:]]


def of_station() -> set[str]:
    """The words `./station` knows."""
    script = (ROOT / "station").read_text("utf-8")
    return {word for line in re.findall(r"^([a-z][a-z |]*)\)$", script, re.MULTILINE) for word in line.split(" | ")}


def test_the_check_of_commands_would_notice_a_wrong_one() -> None:
    assert kiosk.commands["demo"] is demo
    assert fault_in(["docter"]) == "no command docter"
    assert fault_in(["doctor", "card", "--ever"]) == "no option --ever"
    assert fault_in(["demo", "--headless", "--out", "DIR"]) == ""


def fault_in(words: list[str]) -> str:
    """What is wrong with a command of the kiosk; empty when every name and option exists."""
    command: click.Command = kiosk
    context = click.Context(kiosk)
    rest = list(words)
    while rest and isinstance(command, click.Group) and not rest[0].startswith("-"):
        name = rest.pop(0)
        if PLACEHOLDER.search(name):
            return ""
        found = command.get_command(context, name)
        if found is None:
            return f"no command {name}"
        command, context = found, click.Context(found, parent=context)
        if "|" in rest:
            return ""
    known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    known |= {"--help", "-h"}
    unknown = [word for word in rest if word.startswith("--") and word.partition("=")[0] not in known]
    return f"no option {unknown[0]}" if unknown else ""


@every_page
def test_every_command_a_page_names_exists(page: Path) -> None:
    benches = {path.stem.removeprefix("bench_") for path in (ROOT / "tests" / "benchmarks").glob("bench_*.py")}
    faults = []
    for words in typed(page):
        if not words:
            continue
        name, *rest = words
        if name not in of_station():
            faults.append((words, "no such word"))
        elif name == "bench" and rest and rest[0] != "NAME" and rest[0] not in benches:
            faults.append((words, "no such bench"))
        elif name in {"kiosk", "demo", "gallery", "audit"} and (
            fault := fault_in(rest if name == "kiosk" else [name, *rest])
        ):
            faults.append((words, fault))
    assert faults == []


# ------------------------------------------------------------ places
PICTURES = (*SHOWN, *(name for name, _ in TOURED.values()))
PANO = "pano.png"
SHEET = "before-after.png"
"""The ten worst screens of before beside those of today; what was before cannot be drawn again."""

BOOTED = {"image-first-screen.png", "image-card-lifted.png", "image-card-read.png"}
"""What the booted image drew, kept by `./station image --verify`; only a booted machine draws it."""


@every_page
def test_every_link_and_picture_of_a_page_is_there(page: Path) -> None:
    made = {f"{prefix}{name}.png" for prefix in SHAPES for name in PICTURES}
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)]+)\)", page.read_text("utf-8"))]
    inside = [link for link in links if link and "://" not in link]
    missing = [
        link
        for link in inside
        if not (page.parent / link).exists() and not (link.endswith(".png") and Path(link).name in made)
    ]
    assert missing == []


def test_every_picture_beside_the_pages_comes_from_the_gallery() -> None:
    made = {f"{prefix}{name}.png" for prefix in SHAPES for name in PICTURES}
    assert {path.name for path in (ROOT / "docs" / "pictures").glob("*.png")} <= made | {PANO, SHEET} | BOOTED


def test_every_picture_is_shown_on_a_page() -> None:
    texts = [page.read_text("utf-8") for page in PAGES]
    shown = {Path(link).name for text in texts for link in re.findall(r"!\[[^]]*\]\(([^)]+)\)", text)}
    assert {path.name for path in (ROOT / "docs" / "pictures").glob("*.png")} <= shown


@every_page
def test_every_folder_and_file_a_page_names_is_there(page: Path) -> None:
    named = re.findall(rf"`((?:{'|'.join(FOLDERS)})/[\w./*{{}},-]+)`", page.read_text("utf-8"))
    missing = [name for name in named if "{" not in name and name not in MADE_BY_RECIPES and not _there(name)]
    assert missing == []


def _there(name: str) -> bool:
    """A path, a pattern of paths, or a module named without its ending."""
    bare = name.rstrip("/.")
    return (ROOT / bare).exists() or (ROOT / f"{bare}.py").exists() or ("*" in bare and bool(list(ROOT.glob(bare))))


def test_every_room_has_its_line_in_the_architecture() -> None:
    named = set(re.findall(r"`(\w+)`", (ROOT / "ARCHITECTURE.md").read_text("utf-8")))
    rooms = {
        path.stem
        for storey in ("ui", "kiosk", "devices")
        for path in (ROOT / storey).iterdir()
        if not path.name.startswith(("_", ".")) and (path.suffix == ".py" or path.is_dir())
    }
    assert rooms - named == set()


# ------------------------------------------------------------ honesty
def test_the_readme_carries_no_figure_that_somebody_measured() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    assert [match.group() for match in MEASURED.finditer(text)] == []


def test_the_changelog_speaks_to_visitors_then_staff_then_developers() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    for release in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        heads = re.findall(r"^### (.+)$", release, re.MULTILINE)
        assert heads == ["For visitors", "For staff", "For developers"]
        for section in re.split(r"^### .+$", release, flags=re.MULTILINE)[1:]:
            lines = section.strip().splitlines()
            assert lines
            assert "" not in lines, "a section is one list"
