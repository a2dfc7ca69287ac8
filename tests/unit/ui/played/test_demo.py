"""The demonstration says where what it has left lies."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui.played import demo, setup, visit


def test_the_end_names_the_folder_and_counts_pictures_and_papers_in_both_languages(tmp_path: Path) -> None:
    for name in ("01-idle.png", "02-welcome.png", "001-CT01.pdf", "visit.json"):
        (tmp_path / name).touch()
    vietnamese, english = demo.what_lies_in(tmp_path).splitlines()
    assert vietnamese == f"2 ảnh màn hình và 1 tờ in (PDF) nằm trong: {tmp_path}"
    assert english == f"2 pictures of the screen and 1 papers (PDF) lie in: {tmp_path}"


@pytest.mark.parametrize("played", ["visit", "setup"])
def test_a_folder_named_from_where_the_caller_is_is_told_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], played: str
) -> None:
    out = Path("kết quả thử")

    def left(folder: Path, *_rest: object, **_named: object) -> None:
        folder.mkdir()
        (folder / "01-idle.png").touch()

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(visit, "record_visit", left)
    monkeypatch.setattr(setup, "record_setup", left)
    settings = tmp_path / "settings" if played == "setup" else None
    demo.demo_station(headless=True, out=out, persona="nguyen-van-an", size="1080x1920", setup=settings)
    assert capsys.readouterr().out.splitlines()[0].endswith(f"nằm trong: {tmp_path / out}")
