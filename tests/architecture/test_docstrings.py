"""No docstring says nothing: neither a saying that would fit anything, nor the name of the thing once more in words.

What an interface says, its implementations do not say again: they have no docstring, or one with what is theirs.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.helpers.sources import ROOT, nodes_of, python_files, text_of, tree_of

FOLDERS = ("kiosk", "devices", "ui", "bootstrap", "release", "tests/helpers")
SAYINGS = frozenset(
    word.strip()
    for word in """
    all of it, all of them, another one, another round, as chosen, as it is, as it stands, break it, come in,
    everything, from the settings, goodbye, here, it works, it does not work, look again, mend it, no, none, nothing,
    nothing on it, one answer, one exchange, one file, one more, one of it, one of them, one row, one round,
    see above, see below,
    take it away, that one, the card's, the card's own, the failure code, the first one, the function, the last one,
    the method, the others, the reader's own, the rest, the result, the same, the session's own, the value, this one,
    this step, todo, yes
    """.split(",")
)
"""Sayings, without the full stop, that fit any function: none says what this one gives, raises or changes."""
PATTERNS = (re.compile(r"see `[\w.]+`"), re.compile(r"(the )?rows? of \w+( \w+)?"))
LITTLE = frozenset(
    """a an and are as at be by do for from get give has have if in into is it its make of on one or return set so
    some that the their them then there these this those to was what when where whether which who with""".split()
)
"""Words that add nothing to a name."""
WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W\dA-Za-z_]+")


def fault_of(name: str, docstring: str) -> str:
    """Why this docstring should say more, or go; empty for one that says something."""
    plain = " ".join(docstring.lower().split()).rstrip(".!?")
    if plain in SAYINGS or any(pattern.fullmatch(plain) for pattern in PATTERNS):
        return "would fit anything"
    return "says the name again" if stems(docstring) <= stems(name) else ""


def stems(text: str) -> set[str]:
    """The words of a sentence, or of a name in either case, without the endings of plural and past."""
    words = {word.lower() for word in WORD.findall(text)} - LITTLE
    return {re.sub(r"(ies|es|s|ed|d)$", "", word) if len(word) > 3 else word for word in words}


def faults_in(source: str) -> Iterator[str]:
    """`line name: docstring (why)` for each that says nothing."""
    for node in nodes_of(source):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            continue
        docstring = ast.get_docstring(node)
        if docstring and (why := fault_of(node.name, docstring)):
            yield f"{node.lineno} {node.name}: {docstring} ({why})"


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_docstring_says_something(folder: str) -> None:
    files = python_files(folder)
    assert files
    faults = [f"{file.relative_to(ROOT)}:{fault}" for file in files for fault in faults_in(text_of(file))]
    assert faults == [], "say units, errors, source or what changes; or leave it out"


@pytest.mark.parametrize(
    ("name", "docstring"),
    [
        ("clearDigits", "All of them."),
        ("start", "This one."),
        ("lift", "Take it away."),
        ("derive", "From the settings."),
        ("DocumentList", "Rows of papers."),
        ("encrypt", "See `CipherSuite`."),
        ("examineAgain", "Another round."),
        ("key_length", "The length of the key."),
        ("PrinterStatus", "Status of a printer."),
        ("showFiles", "Show the files."),
        ("closed_days", "The days that are closed."),
    ],
)
def test_a_docstring_that_says_nothing_is_found(name: str, docstring: str) -> None:
    source = f'class {name}:\n    """{docstring}"""\n' if name[0].isupper() else f'def {name}(): "{docstring}"\n'
    assert len(list(faults_in(source))) == 1


def said_again(sources: dict[str, str]) -> Iterator[str]:
    """`path Class.method` for each implementation of a Protocol that says what its interface says, or less."""
    classes = [
        (path, node)
        for path, source in sources.items()
        for node in tree_of(source).body
        if isinstance(node, ast.ClassDef)
    ]
    protocols = [node for _, node in classes if any("Protocol" in ast.unparse(base) for base in node.bases)]
    said = {node: docstrings_of(node) for _, node in classes}
    for path, node in classes:
        own = said[node]
        for interface in (said[each] for each in protocols if each is not node):
            if set(interface) <= set(own):
                for name, docstring in own.items():
                    if docstring and interface.get(name, "").startswith(docstring.rstrip(".")):
                        yield f"{path} {node.name}.{name}"


def docstrings_of(node: ast.ClassDef) -> dict[str, str]:
    """The docstring of each public method, "" for one that has none."""
    methods = (each for each in node.body if isinstance(each, ast.FunctionDef) and not each.name.startswith("_"))
    return {method.name: ast.get_docstring(method) or "" for method in methods}


def test_no_implementation_says_again_what_its_interface_says() -> None:
    files = python_files("kiosk", "devices", "ui")
    assert list(said_again({str(file.relative_to(ROOT)): text_of(file) for file in files})) == []


def test_an_interface_said_again_is_found() -> None:
    interface = 'class Leases(Protocol):\n    def take(self):\n        "Take or renew it. Raises `LeaseError`."\n'
    again = 'class File:\n    def take(self):\n        "Take or renew it."\n'
    own = 'class Line:\n    def take(self):\n        "One question to the other PC."\n'
    assert list(said_again({"a.py": interface, "b.py": again, "c.py": own})) == ["b.py File.take"]


@pytest.mark.parametrize(
    ("name", "docstring"),
    [
        ("__init__", "Hexadecimal, spaces allowed."),
        ("read_week", "`2026-W47`. Raises `ValueError`."),
        ("header", "CLA INS P1 P2."),
        ("full_name", '"Xã Vân Tụ".'),
        ("key_length", "Of KS_enc and of KS_mac alike."),
        ("rhymes", "Every vowel group with every coda that may follow it."),
        ("Counters", "`counters.toml`."),
    ],
)
def test_a_short_docstring_that_says_something_stays(name: str, docstring: str) -> None:
    assert fault_of(name, docstring) == ""
