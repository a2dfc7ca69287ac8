"""Where a value of a person could leak: rooms that write nothing, programs that are started, pictures kept."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.forms.answers import Answer, Answers
from kiosk.person import Origin, PersonField, PersonRecord, Sourced
from kiosk.session.paper_step import Paper, RenderedPaper
from tests.architecture.test_doors import imports_of
from tests.helpers.sources import ROOT, nodes_of, python_files, text_of
from ui.list_models.value_list import ValueRow
from ui.view_models.address import AddressProps
from ui.view_models.card import CardProps
from ui.view_models.question import QuestionProps

STOREYS = ("kiosk", "devices", "ui")
STARTS_PROGRAMS = {
    "devices/other_pcs.py": "avahi-browse; nothing but its options",
    "devices/printer/queues.py": "lpstat; nothing but its options",
    "devices/scanner/devices_found.py": "scanimage; nothing but its options",
    "devices/scanner/sane.py": "scanimage; options only",
    "devices/scanner/sane_process.py": "scanimage; the page comes by pipe",
    "devices/scanner/wia.py": "our own for Windows' scanners; options only, the page comes by pipe",
    "devices/stick/mounted.py": "systemctl, udisksctl and umount; the name of a device",
    "devices/system/programs.py": "whatever it is asked to start, by the files of this list",
    "devices/system/voices.py": "our own that looks for a voice on Windows; a language",
    "kiosk/counts/debian_cluster.py": "Debian's commands for a cluster, at the province; the cluster's name",
    "kiosk/counts/tidy_timer.py": "systemctl, at the province's server; the name of its own unit",
    "kiosk/piped_process.py": "our own that read a list and set papers; people go by standard input",
    "kiosk/staff/own_commands.py": "itself, with the words of a command that takes content or sends counts",
    "ui/program/freed_memory.py": "itself, with the words it was begun with",
    "ui/visit/portal_line.py": "the portal's program; hosts of the content, the person goes by standard input",
    "ui/window/marked_words.py": "pyside6-lrelease; files of fixed words, for the made-up language of the audit",
    "ui/window/speech.py": "the system's voice and player; the text goes by standard input",
}
"""Whoever starts another program says here why its arguments, which every user of the PC can read, name nobody."""
WRITES_NOTHING = (
    "kiosk/session",
    "kiosk/officer",
    "kiosk/forms",
    "kiosk/identification",
    "kiosk/printing",
    "kiosk/guides",
)
"""Rooms through which the person's values pass and that have no business with files."""
WRITERS = {"write_text", "write_bytes", "mkstemp", "mkdtemp", "NamedTemporaryFile", "TemporaryFile", "logger"}
STARTER = re.compile(r"\bQProcess\b|\bos\.(exec|spawn|system|popen)|\bdevices\.system(\.| import .*\b)programs\b")
SECRET = "Kiều Thị Hoàng Yến Chim"
PHOTO = SECRET.encode()


def modules(*folders: str) -> Iterator[tuple[str, Path]]:
    """Name and path of every Python file in these folders."""
    for path in python_files(*folders):
        yield str(path.relative_to(ROOT)), path


def starts_programs(path: Path) -> bool:
    """Whether the file can start another program."""
    text = text_of(path)
    return "subprocess" in imports_of(path) or bool(STARTER.search(text))


def test_every_file_that_starts_a_program_is_known_with_a_reason() -> None:
    starters = {name for name, path in modules(*STOREYS) if starts_programs(path)}
    assert starters == set(STARTS_PROGRAMS)


@pytest.mark.parametrize("room", WRITES_NOTHING)
def test_a_room_that_passes_values_on_writes_no_file_and_no_log(room: str) -> None:
    found = [
        (name, node.lineno)
        for name, path in modules(room)
        for node in nodes_of(text_of(path))
        if (isinstance(node, ast.Attribute) and node.attr in WRITERS)
        or (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"open", "print"})
    ]
    tools = [name for name, path in modules(room) if imports_of(path) & {"structlog", "logging", "sqlite3", "pickle"}]
    assert (found, tools) == ([], [])


def test_no_qml_file_stores_logs_or_copies() -> None:
    forbidden = re.compile(r"console\.|LocalStorage|\bSettings\s*\{|\.copy\(\)|\.cut\(\)|XMLHttpRequest")
    found = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "ui" / "qml").rglob("*.qml")
        if forbidden.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_every_picture_is_of_the_shipped_kind_or_kept_out_of_qts_cache() -> None:
    kept = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "ui" / "qml").rglob("*.qml")
        for text in [path.read_text(encoding="utf-8")]
        if re.search(r"\bImage \{", text)
        and "image://icon/" not in text
        and "image://drawing/" not in text
        and "cache: false" not in text
    ]
    assert kept == []


def test_every_field_to_type_in_tells_the_input_method_not_to_learn() -> None:
    careless = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "ui" / "qml").rglob("*.qml")
        for text in [path.read_text(encoding="utf-8")]
        if re.search(r"\b(T\.)?(TextField|TextArea|TextInput|TextEdit) \{", text) and "ImhSensitiveData" not in text
    ]
    assert careless == []


@pytest.mark.parametrize(
    "holder",
    [
        Sourced(value=SECRET, origin=Origin.CHIP),
        PersonRecord(
            fields={PersonField.FULL_NAME: Sourced(value=SECRET, origin=Origin.CHIP)}, photo=SECRET.encode()
        ),
        Answer(value=SECRET, rows=((SECRET,),), read=Sourced(value=SECRET, origin=Origin.CHIP), basis=SECRET),
        Answers({"ho_ten": Answer(value=SECRET)}),
        RenderedPaper(paper=Paper.DECLARATION, subject="ct01", pdf=PHOTO),
        ValueRow(key="ho_ten", label="Họ tên", value=SECRET, spoken=SECRET),
        QuestionProps(value=SECRET, rows=((SECRET,),), was_read=SECRET),
        AddressProps(commune_text=SECRET, detail=SECRET, value=SECRET),
        CardProps(digits=SECRET),
    ],
    ids=lambda holder: type(holder).__name__,
)
def test_what_holds_a_value_does_not_show_it(holder: object) -> None:
    assert SECRET not in repr(holder)
    assert repr(PHOTO) not in repr(holder)
