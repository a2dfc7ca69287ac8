"""The lock and `pyproject.toml` say the same, for every system that is promised; and what sets up needs nothing."""

from __future__ import annotations

import importlib.metadata
import re
import sys
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from bootstrap.lock_file import BUILD, LOCK, Locked, chosen, digest_of, fits, read_lock, requirements
from release.lock import ALL, File, System, best_wheel, entry
from tests.architecture.test_doors import imports_of

ROOT = Path(__file__).resolve().parents[2]
PYPROJECT = (ROOT / "pyproject.toml").read_text("utf-8")
TEXT = (ROOT / LOCK).read_text("utf-8")
LOCKED = {package.name: package for package in read_lock(TEXT)}
ASKED = [(purpose, Requirement(line)) for purpose, lines in requirements(PYPROJECT).items() for line in lines]
HASH = "a" * 64


def test_the_lock_was_made_from_this_pyproject() -> None:
    assert fits(TEXT, PYPROJECT), "run ./station lock"


@pytest.mark.parametrize(("purpose", "asked"), ASKED, ids=[f"{purpose}-{asked.name}" for purpose, asked in ASKED])
def test_every_requirement_is_locked_in_its_version_for_its_purpose(purpose: str, asked: Requirement) -> None:
    found = LOCKED[canonicalize_name(asked.name)]
    assert str(asked.specifier) == f"=={found.version}"
    assert purpose in found.purposes


def test_every_line_of_the_lock_is_read() -> None:
    assert len(LOCKED) == len(re.findall(r"^[a-z0-9].*==", TEXT, re.MULTILINE))
    assert sum(len(package.hashes) for package in LOCKED.values()) == TEXT.count("--hash=")
    assert all(package.hashes for package in LOCKED.values())


def test_nothing_in_the_lock_says_where_it_was_fetched() -> None:
    assert re.findall(r"\w+://\S+|index-url|find-links|\b[\w-]+\.(?:org|com|net|io)\b", TEXT) == []


@pytest.mark.parametrize("purposes", [("run",), ("test",), ("test", "package"), ("lock",)], ids="-".join)
def test_what_is_locked_for_a_purpose_is_all_that_its_packages_ask_for(purposes: tuple[str, ...]) -> None:
    """Packages are installed without looking for dependencies, so none may be left out. As far as they lie here."""
    names = {package.name: package for package in chosen(list(LOCKED.values()), set(purposes))}
    looked_at = [name for name in names if is_here(name)]
    missing = [
        (name, str(needed))
        for name in looked_at
        for needed in asked_by(name)
        if (found := names.get(canonicalize_name(needed.name))) is None or found.version not in needed.specifier
    ]
    assert missing == []
    assert len(looked_at) >= len(chosen(list(LOCKED.values()), {"run"}))


def is_here(name: str) -> bool:
    try:
        importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return False
    return True


def asked_by(name: str) -> list[Requirement]:
    lines = importlib.metadata.requires(name) or []
    here = {**default_environment(), "extra": ""}
    return [need for need in map(Requirement, lines) if need.marker is None or need.marker.evaluate(here)]


def test_what_pyscard_is_built_with_is_locked_too() -> None:
    names = {package.name for package in LOCKED.values() if BUILD in package.purposes}
    assert {"setuptools", "swig"} <= names


# ------------------------------------------------------------ the maker of the lock
def offered(*names: str) -> dict[str, object]:
    """A package of a PEP 751 lock, as uv writes it."""
    files = [
        {"url": f"x/{name}", "size": 2_000_000, "hashes": {"sha256": f"{place:064x}"}}
        for place, name in enumerate(names)
    ]
    source = [each for each in files if str(each["url"]).endswith(".gz")]
    wheels = [each for each in files if str(each["url"]).endswith(".whl")]
    return {"name": "thing", "version": "1.0", "wheels": wheels, **({"sdist": source[0]} if source else {})}


LINUX_311 = System(platform="linux", python=(3, 11))
WINDOWS_311 = System(platform="win32", python=(3, 11))


@pytest.mark.parametrize(
    ("system", "names", "best"),
    [
        (LINUX_311, ("t-1-cp311-cp311-win_amd64.whl", "t-1-cp311-cp311-manylinux_2_28_x86_64.whl"), 1),
        (WINDOWS_311, ("t-1-cp311-cp311-win_amd64.whl", "t-1-cp311-cp311-manylinux_2_28_x86_64.whl"), 0),
        (LINUX_311, ("t-1-py3-none-any.whl", "t-1-cp39-abi3-manylinux2014_x86_64.whl"), 1),
        (LINUX_311, ("t-1-cp313-cp313-manylinux_2_28_x86_64.whl",), None),
        (LINUX_311, ("t-1-cp311-cp311-manylinux_2_39_x86_64.whl",), None),
        (LINUX_311, ("t-1-cp311-cp311-musllinux_1_2_x86_64.whl", "t-1-cp311-cp311-macosx_11_0_arm64.whl"), None),
    ],
)
def test_the_file_of_a_system_is_the_one_pip_takes_there(
    system: System, names: tuple[str, ...], best: int | None
) -> None:
    files = [File(name=name, sha256=HASH, size=1) for name in names]
    found = best_wheel(files, system)
    assert found == (None if best is None else files[best])


def test_a_source_is_locked_only_where_a_system_has_no_wheel() -> None:
    everywhere = entry(offered("thing-1.0-py3-none-any.whl", "thing-1.0.tar.gz"), {"run"})
    windows_only = entry(offered("thing-1.0-py3-none-win_amd64.whl", "thing-1.0.tar.gz"), {"run"})
    assert everywhere == f"# for run; 2.0 MB\nthing==1.0 \\\n    --hash=sha256:{0:064x}\n"
    assert windows_only.count("--hash=") == 2


def test_a_package_without_any_file_for_a_promised_system_stops_the_lock() -> None:
    with pytest.raises(Exception, match="has no file for"):
        entry(offered("thing-1.0-cp311-cp311-win_amd64.whl"), {"run"})


def test_what_only_windows_needs_is_not_installed_on_linux() -> None:
    text = entry({**offered("thing-1.0-py3-none-any.whl"), "marker": "sys_platform == 'win32'"}, {"run"})
    (read,) = read_lock(text)
    assert read.size is None
    assert chosen([read], {"run"}) == []


def test_debian_12_debian_13_and_windows_are_promised() -> None:
    assert {System(platform="linux", python=(3, 13)), LINUX_311, WINDOWS_311} <= set(ALL)


def test_a_change_of_a_requirement_is_noticed_and_a_change_beside_it_is_not() -> None:
    assert digest_of(PYPROJECT.replace("click==8", "click==7")) != digest_of(PYPROJECT)
    assert digest_of(f"{PYPROJECT}\n[tool.other]\nx = 1\n") == digest_of(PYPROJECT)


def test_a_package_of_one_purpose_is_taken_for_it_alone() -> None:
    package = Locked(name="x", version="1", purposes=frozenset({"test"}), size=1.0, line="x==1 \\\n")
    assert chosen([package], {"run"}) == []
    assert chosen([package], {"test", "package"}) == [package]


def test_what_sets_up_imports_nothing_that_it_would_have_to_install() -> None:
    found = {name for path in (ROOT / "bootstrap").glob("*.py") for name in imports_of(path)}
    assert found - sys.stdlib_module_names == {"bootstrap"}
