"""`./station` itself, in a copy whose path has spaces and marks, over tools that only tell what they were asked."""

from __future__ import annotations

import os
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from bootstrap.debian import PACKAGES
from bootstrap.lock_file import LOCK, chosen, read_lock
from bootstrap.venv import HALF, Venv
from tests.helpers.fake_debian import FakeDebian, fake_debian

ROOT = Path(__file__).resolve().parents[3]
PARTS = ("station", LOCK, "pyproject.toml")
WORDS = ("demo", "kiosk", "test", "check", "bench", "fuzz", "audit", "gallery", "package", "lock")
PYTHON = """\
#!/bin/sh
case "$*" in
*"content parse"*) for last; do :; done; mkdir -p "$last" ;;
*"-m ui compile"*) ;;
*) echo "IN $PWD"; for word; do echo "WORD $word"; done ;;
esac
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A copy of the entrance, the caller's own folder, and the machine it runs on."""

    project: Path
    caller: Path
    machine: FakeDebian
    venv: Venv

    def call(self, *words: str) -> subprocess.CompletedProcess[str]:
        """`PROJECT/station WORDS` from the caller's folder."""
        path = os.pathsep.join((str(self.machine.folder), os.defpath))
        environment = {"PATH": path, "HOME": str(self.caller), "STATION_VENV": str(self.venv.folder)}
        command = [str(self.project / "station"), *words]
        return subprocess.run(
            command, cwd=self.caller, env=environment, capture_output=True, text=True, check=False, timeout=60
        )

    def set_up(self, *purposes: str) -> None:
        """As if everything had been installed: Debian's packages, and an environment whose python tells its words."""
        self.machine.has({name: "" for group in PACKAGES.values() for name in group.split()})
        self.venv.python.parent.mkdir(parents=True)
        self.venv.python.write_text(PYTHON, "utf-8")
        self.venv.python.chmod(0o755)
        packages = chosen(read_lock((ROOT / LOCK).read_text("utf-8")), set(purposes))
        for package in packages:
            name = package.name.replace("-", "_")
            about = self.venv.folder / "lib/python3.11/site-packages" / f"{name}-{package.version}.dist-info"
            about.mkdir(parents=True)
            (about / "RECORD").touch()
        assert self.venv.holds(packages)


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    project = tmp_path / "Trạm hỗ trợ dịch vụ công"
    (project / "bootstrap").mkdir(parents=True)
    for name in PARTS:
        shutil.copy2(ROOT / name, project / name)
    for path in (ROOT / "bootstrap").glob("*.py"):
        shutil.copy2(path, project / "bootstrap")
    (project / "assets" / "content").mkdir(parents=True)
    (project / "ui" / "qml").mkdir(parents=True)
    (project / "tests" / "unit").mkdir(parents=True)
    (project / "tests" / "benchmarks").mkdir()
    (project / "tests" / "benchmarks" / "bench_card.py").touch()
    caller = tmp_path / "thư mục của tôi"
    caller.mkdir()
    machine = fake_debian(tmp_path / "bin")
    machine.sudo(allowed=True)
    return Copy(project=project, caller=caller, machine=machine, venv=Venv(tmp_path / "môi trường" / ".venv"))


def files_below(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if "__pycache__" not in path.parts}


# ------------------------------------------------------------ help
@pytest.mark.parametrize("words", [(), ("help",), ("-h",), ("--help",), *((word, "--help") for word in WORDS)])
def test_help_says_something_and_installs_nothing(copy: Copy, words: tuple[str, ...]) -> None:
    before = files_below(copy.project)
    run = copy.call(*words)
    assert run.returncode == 0
    assert run.stdout.strip() != ""
    assert [call for call in copy.machine.calls if "apt-get" in call] == []
    assert not copy.venv.folder.exists()
    assert files_below(copy.project) == before


@pytest.mark.parametrize(
    "words", [("kiosk", "doctor", "card", "--help"), ("test", "-h"), ("bench", "card", "--help")]
)
def test_help_deeper_down_installs_nothing_either(copy: Copy, words: tuple[str, ...]) -> None:
    run = copy.call(*words)
    assert run.returncode == 0
    assert "not set up yet" in run.stderr
    assert not copy.venv.folder.exists()


def test_help_of_a_program_that_is_set_up_is_its_own(copy: Copy) -> None:
    copy.set_up("run")
    assert copy.call("kiosk", "doctor", "--help").stdout.split("\n")[1:] == [
        "WORD -P", "WORD -m", "WORD ui", "WORD doctor", "WORD --help", "",
    ]  # fmt: skip


def test_every_word_of_the_entrance_is_in_its_help(copy: Copy) -> None:
    told = copy.call("--help").stdout
    assert [word for word in WORDS if f"  {word}" not in told and f" {word}:" not in told] == []


def test_an_unknown_word_ends_with_2_and_installs_nothing(copy: Copy) -> None:
    run = copy.call("dmeo")
    assert run.returncode == 2
    assert "dmeo" in run.stderr
    assert not copy.venv.folder.exists()


# ------------------------------------------------------------ paths
@pytest.mark.parametrize("command", ["demo", "kiosk"])
def test_the_program_runs_in_the_callers_folder(copy: Copy, command: str) -> None:
    copy.set_up("run")
    run = copy.call(command, "--out", "kết quả thử")
    assert run.stdout.splitlines()[0] == f"IN {copy.caller}"
    assert run.stdout.splitlines()[-1] == "WORD kết quả thử"
    assert run.returncode == 0


def test_a_test_is_named_as_seen_from_the_callers_folder(copy: Copy) -> None:
    copy.set_up("test")
    (copy.caller / "test_mine.py").touch()
    (copy.caller / "fade").touch()
    run = copy.call("test", "test_mine.py::test_it", "-k", "fade", "--junit-xml=kết quả.xml", "tests/unit")
    assert run.stdout.splitlines()[0] == f"IN {copy.project}"
    assert [line.removeprefix("WORD ") for line in run.stdout.splitlines()[4:]] == [
        f"{copy.caller}/test_mine.py::test_it",
        "-k",
        "fade",
        f"--junit-xml={copy.caller}/kết quả.xml",
        "tests/unit",
    ]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("gallery", "--out", "ảnh của tôi"), "ảnh của tôi"),
        (("audit", "--only", "home", "--out=ảnh của tôi"), "ảnh của tôi"),
        (("prove", "forgetting", "--out", "kết quả.json"), "kết quả.json"),
        (("soak", "--told", "visits.jsonl"), "visits.jsonl"),
        (("package", "--stick", "USB của tỉnh", "--sign-with", "tỉnh"), "USB của tỉnh"),
        (("bench", "card", "--package", "kiosk.deb"), "kiosk.deb"),
        (("image", "--package", "kiosk.deb"), "kiosk.deb"),
    ],
)
def test_what_an_option_names_is_seen_from_the_callers_folder(copy: Copy, words: tuple[str, ...], named: str) -> None:
    copy.set_up("test", "package")
    for name in (named, "home", "tỉnh"):
        (copy.caller / name).touch()
    told = copy.call(*words).stdout.splitlines()
    assert told[0] == f"IN {copy.project}"
    assert [word for word in told if word.endswith(named)] in (
        [f"WORD {copy.caller / named}"],
        [f"WORD {words[-1].partition('=')[0]}={copy.caller / named}"],
    )
    assert not {f"WORD {copy.caller / 'home'}", f"WORD {copy.caller / 'tỉnh'}"} & set(told)


def test_the_gallery_goes_to_the_documents_where_nothing_else_is_said(copy: Copy) -> None:
    copy.set_up("test")
    assert copy.call("gallery").stdout.splitlines()[0] == f"IN {copy.project}"


def test_a_bench_that_there_is_not_is_told_with_those_there_are(copy: Copy) -> None:
    run = copy.call("bench", "nope")
    assert (run.returncode, run.stdout) == (2, "")
    assert "nope" in run.stderr
    assert "  card\n" in run.stderr
    assert not copy.venv.folder.exists()


# ------------------------------------------------------------ set-up
def test_without_the_right_to_install_the_line_to_type_stands_by_itself(copy: Copy) -> None:
    copy.machine.sudo(allowed=False)
    shadow_root(copy)
    run = copy.call("demo")
    assert run.returncode == 3
    lines = [line.strip() for line in run.stderr.splitlines()]
    assert any(line.startswith("sudo apt-get update && sudo apt-get install ") for line in lines)
    assert not copy.venv.folder.exists()


def shadow_root(copy: Copy) -> None:
    """The tests may run as root; the entrance is to think otherwise."""
    place = copy.project / "bootstrap" / "debian.py"
    place.write_text(place.read_text("utf-8").replace("os.geteuid()", "1000"), "utf-8")


def test_a_lock_left_behind_by_pyproject_is_told_before_anything_is_made(copy: Copy) -> None:
    copy.machine.has({name: "" for group in PACKAGES.values() for name in group.split()})
    pyproject = copy.project / "pyproject.toml"
    pyproject.write_text(pyproject.read_text("utf-8").replace('"click==', '"clicks=='), "utf-8")
    run = copy.call("demo")
    assert run.returncode == 3
    assert "./station lock" in run.stderr
    assert not copy.venv.folder.exists()


def test_what_is_made_from_the_sources_appears_whole_or_not_at_all(copy: Copy) -> None:
    copy.set_up("run")
    left = copy.project / "assets" / "parsed.new"
    left.mkdir()
    (left / "half").touch()
    assert copy.call("kiosk", "doctor").returncode == 0
    assert (copy.project / "assets" / "parsed").is_dir()
    assert not left.exists()
    assert not (copy.project / "assets" / "parsed" / "half").exists()


def test_an_environment_that_somebody_writes_into_is_not_taken_for_whole(copy: Copy) -> None:
    copy.set_up("run")
    (copy.venv.folder / HALF).touch()
    assert copy.call("kiosk", "--help").stdout.splitlines()[0].startswith("  kiosk")


# ------------------------------------------------------------ two at once
ALONE = """\
#!/bin/sh
case "$*" in
*"content parse"*)
    for last; do :; done
    mkdir "$last.making" || { echo "TWO AT ONCE"; exit 7; }
    sleep 0.5
    mkdir -p "$last" && rmdir "$last.making" && echo made >>"$HOME/made"
    ;;
esac
"""


def test_two_at_once_make_what_comes_of_the_sources_one_after_the_other_and_once(copy: Copy) -> None:
    copy.set_up("run")
    copy.venv.python.write_text(ALONE, "utf-8")
    (copy.project / "kiosk" / "counts").mkdir(parents=True)
    (copy.project / "kiosk" / "counts" / "migrations.py").touch()
    with ThreadPoolExecutor() as both:
        runs = list(both.map(lambda _: copy.call("kiosk", "doctor"), range(2)))
    assert [(run.returncode, run.stderr) for run in runs] == [(0, "")] * 2
    assert (copy.caller / "made").read_text("utf-8") == "made\n"
