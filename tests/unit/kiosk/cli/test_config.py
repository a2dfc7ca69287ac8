"""`kiosk config check`: every fault of both files at once, in both languages or in one, with the right number."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli import kiosk


def check(folder: Path, *more: str) -> Result:
    return CliRunner().invoke(kiosk, ["config", "check", "--overrides", str(folder), *more])


def test_right_settings_are_said_to_be_right(tmp_path: Path) -> None:
    result = check(tmp_path)
    assert (result.exit_code, result.output) == (
        0,
        f"thiết lập đúng (tệp riêng của trạm: {tmp_path}) / settings are right (overrides: {tmp_path})\n",
    )


@pytest.mark.parametrize(
    ("more", "lines"),
    [
        (
            (),
            [
                "cần true hoặc false; ở đây là số nguyên / expected true or false; got a whole number",
                "1 lỗi / 1 fault",
            ],
        ),
        (("--lang", "vi"), ["cần true hoặc false; ở đây là số nguyên", "1 lỗi"]),
        (("--lang", "en"), ["expected true or false; got a whole number", "1 fault"]),
    ],
)
def test_one_fault_is_told_in_the_languages_asked_for(
    more: tuple[str, ...], lines: list[str], tmp_path: Path
) -> None:
    (tmp_path / "devices.toml").write_text("[sound]\nenabled = 1\n", "utf-8")
    result = check(tmp_path, *more)
    assert result.exit_code == 1
    assert result.output.splitlines() == [f"{tmp_path}/devices.toml: sound.enabled: {lines[0]}", lines[1]]


def test_faults_of_two_files_are_told_together(tmp_path: Path) -> None:
    (tmp_path / "devices.toml").write_text('[printer]\ndriver = "fax"\n', "utf-8")
    (tmp_path / "kiosk.toml").write_bytes("[visit]\n".encode("utf-16"))
    told = check(tmp_path, "--lang", "en").output
    assert "kiosk.toml: the file is saved as UTF-16; save it as UTF-8" in told
    assert "printer.driver: expected one of simulator, none, pcsc, ipp, escl, sane, windows, wia; got “fax”" in told
    assert told.endswith("\n2 faults\n")
