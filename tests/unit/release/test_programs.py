"""Each program that the code, the units or the package's scripts start comes with a package that is a dependency."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.staff.own_commands import OwnCommand
from release.debian import DEPLOYMENT, PORTAL, dependencies
from release.programs import ESSENTIAL, OPTIONAL, PROGRAMS
from tests.architecture.test_privacy import STARTS_PROGRAMS, modules

ROOT = Path(__file__).resolve().parents[3]
WORD = re.compile(r"[a-z][a-z0-9-]+")
UNITS = [
    *sorted((DEPLOYMENT / "tree" / "lib" / "systemd").rglob("*.service")),
    *sorted((DEPLOYMENT / "tree" / "lib" / "systemd").rglob("*.conf")),
    *sorted((PORTAL / "tree" / "lib" / "systemd").rglob("*.service")),
]
SCRIPTS = [
    DEPLOYMENT / "tree" / "usr" / "bin" / "kiosk-dvc",
    *(DEPLOYMENT / "tree" / "usr" / "lib" / "kiosk-dvc" / name for name in ("fall-back", "screen", "together")),
    *(DEPLOYMENT / "debian" / name for name in ("preinst", "postinst", "prerm", "postrm")),
    PORTAL / "tree" / "usr" / "lib" / "kiosk-dvc" / "portal",
    *(PORTAL / "debian" / name for name in ("postinst", "prerm", "postrm")),
]
OF_THE_SHELL = {
    "break",
    "case",
    "continue",
    "done",
    "elif",
    "esac",
    "exit",
    "export",
    "fi",
    "for",
    "kill",
    "read",
    "return",
    "set",
    "shift",
    "trap",
    "true",
    "unset",
    "wait",
    "while",
}
BETWEEN = re.compile(r"\$\(|[;&|()!]|\{ |\b(?:then|else|do|if|exec)\b|\b(?=timeout\b)|\btimeout \d+\b")
"""What ends one command of a shell script and begins the next."""
COMMAND = re.compile(r"(?:/usr/s?bin/|/bin/)?([a-z][\w-]+)(?=\s|$)")


def commands(line: str) -> set[str]:
    """The first word of every command of a line of shell."""
    line = re.sub(r"\$\(\(.*\)\)", "", line)
    found = {match[1] for part in BETWEEN.split(line) if (match := COMMAND.match(part.strip()))}
    return found | ({"timeout"} if "timeout " in line else set())


def argument_lists(path: Path) -> Iterator[str]:
    """The first word of every tuple or list of words, and what `shutil.which` looks for."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Tuple | ast.List) and len(node.elts) > 1:
            yield from constant(node.elts[0])
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "which":
            yield from constant(node.args[0])


def constant(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and WORD.fullmatch(node.value):
        yield node.value


def of_code() -> set[str]:
    """What the code starts; the words of its own commands (`OwnCommand`) are no programs."""
    own = {command.value[0][0] for command in OwnCommand}
    return {name for path in STARTS_PROGRAMS for name in argument_lists(ROOT / path)} - own


def of_units() -> set[str]:
    lines = [
        line for path in UNITS for line in re.findall(r"^Exec\w+=-?(.+)$", path.read_text("utf-8"), re.MULTILINE)
    ]
    own = ("/opt/kiosk-dvc/", "/usr/lib/kiosk-dvc/")
    programs = [Path(line.split()[0]).name for line in lines if not line.startswith(own)]
    inside = [shell for line in lines for shell in re.findall(r"sh -c '(.+)'", line)]
    return {*programs, *(name for shell in inside for name in commands(shell))}


def of_scripts() -> set[str]:
    found: set[str] = set()
    for path in SCRIPTS:
        text = re.sub(r"(^|\s)#.*", "", path.read_text("utf-8"))
        functions = set(re.findall(r"^([\w-]+)\(\)", text, re.MULTILINE))
        found |= {name for line in text.splitlines() for name in commands(line)} - functions
    return found - OF_THE_SHELL


def test_no_program_is_started_that_is_not_listed() -> None:
    assert of_code() - OPTIONAL.keys() <= PROGRAMS.keys()
    assert of_units() <= PROGRAMS.keys()
    assert of_scripts() <= PROGRAMS.keys()


def test_no_program_is_listed_that_nothing_starts() -> None:
    assert PROGRAMS.keys() - of_code() - of_units() - of_scripts() == set()


def test_what_is_looked_for_is_listed() -> None:
    looked_for = {
        name
        for _, path in modules("kiosk", "devices", "ui")
        if "which(" in path.read_text("utf-8")
        for name in argument_lists(path)
        if name in PROGRAMS or f'which("{name}")' in path.read_text("utf-8")
    }
    assert looked_for <= PROGRAMS.keys()


@pytest.mark.parametrize("program", [name for name, package in PROGRAMS.items() if package != ESSENTIAL])
def test_the_package_of_every_program_is_a_dependency(program: str, tmp_path: Path) -> None:
    assert PROGRAMS[program] in {one.partition(" ")[0] for one in dependencies(tmp_path)}
