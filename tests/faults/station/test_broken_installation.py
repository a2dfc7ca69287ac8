"""A broken installation: every fault is said in one sentence with the next step, and nothing typed is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from PySide6.QtGui import QGuiApplication

from kiosk import paths
from kiosk.cli import kiosk
from kiosk.session import Screen
from tests.helpers.journey import answer_all
from tests.helpers.kiosk_window import kiosk_window
from ui.__main__ import demo  # noqa: F401 - puts `demo` among the commands


def assets_without(folder: Path, *missing: str) -> Path:
    """The shipped assets but for these parts."""
    assets = folder / "assets"
    assets.mkdir()
    for entry in paths.assets().iterdir():
        if entry.name not in missing:
            (assets / entry.name).symlink_to(entry)
    return assets


@pytest.mark.parametrize("missing", ["templates", "fonts"])
def test_without_templates_or_paper_fonts_the_person_is_told_and_loses_nothing(
    missing: str, qapp: QGuiApplication, tmp_path: Path
) -> None:
    with kiosk_window(tmp_path) as window:
        broken = assets_without(tmp_path, missing)
        papers = window.station.services.papers
        from kiosk.documents import Typesetter
        from kiosk.documents.warm import WarmTypesetter

        papers._warm = WarmTypesetter(lambda: Typesetter(broken))  # type: ignore[attr-defined]
        visit = window.app.visit
        session = visit.session
        visit.act(session.begin)
        visit.act(lambda: session.choose_procedure("dang-ky-tam-tru"))
        visit.act(session.fill_form)
        visit.act(lambda: session.consent(given=False))
        visit.act(lambda: answer_all(session))
        assert visit.screen is Screen.CHECK
        window.user.press("In giấy")
        window.user.wait_to_see("Máy chưa làm được giấy này.")
        window.user.press("Quay lại")
        assert visit.screen is Screen.CHECK
        assert session.form.journey is not None
        assert session.form.journey.is_complete


@pytest.mark.parametrize(
    ("file", "line", "told"),
    [
        ("kiosk.toml", '[visit]\nask_after = "soon"\n', ["kiosk.toml", "visit.ask_after", "a number"]),
        ("devices.toml", '[printer]\ndriver = "fax"\n', ["devices.toml", "printer.driver", "fax"]),
        ("devices.toml", '[printer]\nuri = "somewhere"\n', ["devices.toml", "printer.uri"]),
    ],
)
def test_a_faulty_setting_is_named_with_file_key_and_expectation_and_no_traceback(
    file: str, line: str, told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / file).write_text(line)
    monkeypatch.setenv("KIOSK_CONFIG", str(tmp_path))
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    done = CliRunner().invoke(kiosk, ["run", "--windowed"])
    assert done.exit_code == 1
    assert "Traceback" not in done.output
    for word in told:
        assert word in done.output
