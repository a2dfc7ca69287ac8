"""What Linux and Windows do differently stands in `devices/system`; the rest runs on both, or says that it does not.

Found in the syntax tree: modules and calls that one system lacks, and paths that only Linux has.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.test_clock import Names
from tests.helpers.sources import ROOT, lines_against, nodes_of, python_files, text_of

STOREYS = ("kiosk", "devices", "ui")
ONE_PLACE = "devices/system/"
ONE_SYSTEM_ONLY = {"fcntl", "msvcrt", "winreg", "pwd", "grp", "resource", "termios", "pty", "ctypes.windll"}
CALLS = {
    *(f"os.{name}" for name in ("open", "fork", "geteuid", "getuid", "chown", "killpg", "mkfifo", "statvfs")),
    *(f"socket.{name}" for name in ("AF_UNIX", "socketpair")),
    *(f"signal.{name}" for name in ("SIGALRM", "SIGKILL", "SIGHUP", "setitimer", "siginterrupt")),
}
"""`os.open` writes a byte more a line on Windows, and opens no folders there."""
FOLDERS = ("/etc/", "/proc/", "/dev/", "/run/", "/var/", "/usr/", "/sys/", "/tmp/")

LINUX_ONLY = {
    "ui/visit/portal_line.py": "the portal's socket is systemd's; its child process is ended on both",
    "ui/visit/portal_program.py": "the file of hosts for the portal's unit",
    "ui/portal/": "the browser's process; its package is for Debian",
    "ui/program/crash.py": "the size of a core file is the kernel's; asked on Linux only",
    "kiosk/disk.py": "whether a disk may only be read, where the system tells it",
    "kiosk/cli/manual.py": "the manual page is for Linux",
    "kiosk/cli/progress.py": "the seconds of a call that lasts, by a timer of POSIX; elsewhere nothing is shown",
    "kiosk/clock.py": "which start of the PC this is, from the kernel; elsewhere it is told from the time",
    "kiosk/counts/tidy_timer.py": "the province's database server is Debian's",
    "kiosk/counts/debian_cluster.py": "the province's database server is Debian's",
    "kiosk/cli/province_set_up.py": "the province's database server is Debian's",
    "kiosk/cli/province_options.py": "the province's database server is Debian's",
    "kiosk/officer/roster/process.py": "its limit of memory is the kernel's; elsewhere that of the list's container",
    "kiosk/typesetting/compiling.py": "the size of a core file is the kernel's; asked on Linux only",
    "kiosk/station/portal_place.py": "where the portal's package lies on Debian",
    "devices/stick/mounted.py": "sticks that Linux mounts",
    "devices/card_reader/usb.py": "what the kernel tells of a reader; elsewhere nothing is told",
    "devices/scanner/sane": "SANE is Linux's",
}
"""Files and folders that may name what only Linux has, and why they are no loss on Windows."""
STARTS = {*(f"subprocess.{name}" for name in ("run", "call", "check_call", "check_output", "Popen")), "os.system"}
CONSOLE_ALLOWED = {
    **{place: why for place, why in LINUX_ONLY.items() if place.startswith(("kiosk/counts/", "devices/scanner/"))},
    "ui/window/marked_words.py": "the pseudo-language is made where the program is made",
}
"""What starts programs, and the files that may do it without a word on consoles."""


def of_one_system(source: str) -> Iterator[str]:
    """One line for each place of a Python source that runs on one system only."""
    nodes = nodes_of(source)
    names = Names(nodes)
    documents = {
        id(node.body[0].value)
        for node in nodes
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in nodes:
        match node:
            case ast.Import(names=imported):
                found = [each.name for each in imported if each.name in ONE_SYSTEM_ONLY]
            case ast.ImportFrom(module=str(module)):
                found = [module] if module in ONE_SYSTEM_ONLY else []
            case ast.Attribute() | ast.Name():
                found = [said] if (said := names.of(node)) in CALLS | ONE_SYSTEM_ONLY else []
            case ast.Constant(value=str(text)) if id(node) not in documents:
                found = [text] if text.startswith(FOLDERS) else []
            case _:
                found = []
        yield from (f"line {getattr(node, 'lineno', 0)}: {each}" for each in found)


def test_only_one_room_knows_what_two_systems_do_differently() -> None:
    found = lines_against(of_one_system, *STOREYS, excused=(ONE_PLACE, *LINUX_ONLY))
    assert found == [], "take it from `devices.system`, or say in LINUX_ONLY why Windows can do without"


@pytest.mark.parametrize("place", LINUX_ONLY)
def test_what_is_excused_still_needs_it(place: str) -> None:
    files = [path for path in python_files(*STOREYS) if str(path.relative_to(ROOT)).startswith(place)]
    assert any(list(of_one_system(text_of(path))) for path in files)


@pytest.mark.parametrize(
    "fault",
    [
        "import fcntl",
        "from fcntl import flock",
        "import os\nos.open('a', 0)",
        "from os import fork\nbegin = fork",
        "import socket\nsocket.socket(socket.AF_UNIX)",
        "import os\nif os.geteuid() == 0: pass",
        "PLACE = '/etc/kiosk-dvc'",
    ],
)
def test_what_one_system_lacks_is_found(fault: str) -> None:
    assert list(of_one_system(fault)) != []


def opens_a_console(source: str) -> Iterator[str]:
    """One line for each program that Windows would open a console for, over the kiosk's window."""
    nodes = nodes_of(source)
    names = Names(nodes)
    for node in nodes:
        if not isinstance(node, ast.Call) or names.of(node.func) not in STARTS:
            continue
        if not {"creationflags", None} & {keyword.arg for keyword in node.keywords}:
            yield f"line {node.lineno}: {names.of(node.func)}"


def test_no_program_opens_a_console_over_the_window() -> None:
    found = lines_against(opens_a_console, *STOREYS, excused=CONSOLE_ALLOWED)
    assert found == [], "ask by `devices.system.programs`, or hand `creationflags=NO_WINDOW`"


@pytest.mark.parametrize(
    "fault",
    [
        "import subprocess\nsubprocess.run(['a'], check=True)",
        "from subprocess import Popen\nPopen('a')",
        "import os\nos.system('a')",
    ],
)
def test_a_program_with_a_console_is_found(fault: str) -> None:
    assert list(opens_a_console(fault)) != []


def test_words_about_it_are_free() -> None:
    assert list(of_one_system('"""/etc/kiosk-dvc holds the settings."""\nSAID = "see /etc/kiosk-dvc"')) == []
