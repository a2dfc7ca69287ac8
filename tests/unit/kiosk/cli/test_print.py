"""`kiosk print`: every kind of paper to a file, and what is said when it is not known."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from kiosk.cli import kiosk
from kiosk.paths import version
from tests.helpers.pages import qr_texts, text_of


@pytest.fixture(autouse=True)
def no_overrides(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KIOSK_CONFIG", str(tmp_path / "etc"))


def run(*argv: str) -> tuple[int, str]:
    result = CliRunner().invoke(kiosk, ["print", *argv])
    return result.exit_code, result.output


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("leaflet", "dang-ky-tam-tru"), "Đăng ký tạm trú"),
        (("leaflet", "1.004194", "--size", "large", "--language", "en"), "Register temporary residence"),
        (("guide", "vneid-kich-hoat", "--size", "a5"), "Kích hoạt VNeID mức 2"),
        (("poster", "bay-cach"), "7 cách"),
        (("poster", "list", "--size", "a4"), "Thủ tục, lệ phí và thời hạn giải quyết"),
        (("form", "ct01"), "TỜ KHAI THAY ĐỔI THÔNG TIN CƯ TRÚ"),
    ],
)
def test_a_paper_is_written_and_its_size_told(tmp_path: Path, argv: tuple[str, ...], words: str) -> None:
    out = tmp_path / "paper.pdf"
    code, said = run(*argv, "--on", "2026-11-23", "--out", str(out))
    assert code == 0, said
    assert words in text_of(out.read_bytes())
    assert "page" in said


def test_the_sheet_for_a_real_windows_pc_names_the_version_that_was_tried(tmp_path: Path) -> None:
    out = tmp_path / "sheet.pdf"
    assert run("windows-sheet", "--out", str(out))[0] == 0
    assert f"kiosk-dvc {version()}" in text_of(out.read_bytes())


def test_the_leaflet_carries_the_qr_of_the_portal(tmp_path: Path) -> None:
    out = tmp_path / "leaflet.pdf"
    run("leaflet", "dang-ky-tam-tru", "--out", str(out))
    assert any(text.startswith("https://dichvucong.gov.vn/") for text in qr_texts(out.read_bytes()))


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("leaflet", "khong-co"), "There is no procedure “khong-co”"),
        (("guide", "khong-co"), "There is no guide “khong-co”. There are: "),
        (("poster", "khong-co"), "There is no poster “khong-co”. There are: list, "),
        (("form", "khong-co"), "There is no form “khong-co”. There are: "),
    ],
)
def test_an_unknown_name_says_what_there_is(tmp_path: Path, argv: tuple[str, ...], said: str) -> None:
    code, output = run(*argv, "--out", str(tmp_path / "paper.pdf"))
    assert code == 1
    assert said in output


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    code, output = run("form", "ct01", "--out", str(tmp_path / "absent" / "paper.pdf"))
    assert code == 1
    assert f"{tmp_path / 'absent' / 'paper.pdf'}: there is no such file or folder." in output
