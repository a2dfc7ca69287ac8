"""What of others is in the package: found in PyInstaller's list, with licence, notices and bill of materials."""

from __future__ import annotations

import json
from pathlib import Path

import click
import msgspec
import pytest

from release.bundle import Bundled, bundled
from release.notices import write_notices


@pytest.fixture
def collected(tmp_path: Path) -> list[Bundled]:
    """A build that collected one file of click, one of msgspec and one of nobody's."""
    rows = [("click/core.py", click.__file__, "PYMODULE"), ("libc.so.6", "/lib/libc.so.6", "BINARY")]
    (tmp_path / "COLLECT-00.toc").write_text(repr((rows,)))
    (tmp_path / "PYZ-00.toc").write_text(repr(("out.pyz", [("msgspec", msgspec.__file__, "PYMODULE")])))
    return bundled(tmp_path)


def test_a_wheel_counts_when_one_of_its_files_was_collected(collected: list[Bundled]) -> None:
    assert [one.name for one in collected] == ["click", "msgspec"]
    assert [one.licence for one in collected] == ["BSD-3-Clause", "BSD-3-Clause"]


def test_a_folder_of_another_environment_is_refused_rather_than_packed_without_licences(tmp_path: Path) -> None:
    (tmp_path / "COLLECT-00.toc").write_text(repr(([("click/core.py", "/elsewhere/click/core.py", "PYMODULE")],)))
    (tmp_path / "PYZ-00.toc").write_text(repr(("out.pyz", [])))
    with pytest.raises(ValueError, match="another environment"):
        bundled(tmp_path)


def test_every_licence_text_of_a_wheel_travels_with_the_package(collected: list[Bundled], tmp_path: Path) -> None:
    write_notices(collected, tmp_path / "doc")
    told = (tmp_path / "doc" / "notices" / "click" / "LICENSE.txt").read_text(encoding="utf-8")
    assert "Redistribution" in told
    assert f"Files: click {collected[0].version}" in (tmp_path / "doc" / "copyright").read_text(encoding="utf-8")


def test_the_bill_of_materials_names_wheels_and_debian_packages(collected: list[Bundled], tmp_path: Path) -> None:
    from release.sbom import write_sbom

    for name in ("first", "second"):
        write_sbom(collected, ["libc6 (>= 2.36)", "sway"], "1.0", tmp_path / name)
    bill = json.loads((tmp_path / "first").read_text(encoding="utf-8"))
    assert bill["bomFormat"] == "CycloneDX"
    assert {one["name"] for one in bill["components"]} == {"click", "msgspec", "libc6", "sway"}
    assert (tmp_path / "first").read_bytes() == (tmp_path / "second").read_bytes()
