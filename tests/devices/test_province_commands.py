"""By commands: a PC asks, the province enrols it, it sends, sheet and stick are loaded, it is revoked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli import kiosk
from kiosk.clock import Clock
from kiosk.counts import authority
from tests.helpers import postgres
from tests.helpers.pages import as_printed, pages_of

pytestmark = pytest.mark.real("postgresql")
PC = "pc-17842-may-1"


@pytest.fixture(scope="module")
def server() -> Iterator[postgres.Server]:
    if missing := postgres.missing_programs():
        pytest.skip(f"not installed: {', '.join(missing)}")
    with postgres.server() as made:
        yield made


@pytest.fixture
def desk(server: postgres.Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A station's state and settings, and the province's folder `ca` with the authority the server trusts."""
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "kiosk.toml").write_text(f'[province]\nhost = "127.0.0.1"\nport = {server.port}\n')
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("KIOSK_CONFIG", str(tmp_path / "config"))
    (tmp_path / "ca").mkdir()
    (tmp_path / "ca" / "ca.crt").write_bytes(authority.certificate_pem(server.root.certificate))
    (tmp_path / "ca" / "ca.key").write_bytes(authority.key_pem(server.root.key))
    return tmp_path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(kiosk, [str(one) for one in arguments])


def works(*arguments: str | Path) -> str:
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    return result.output


def test_the_whole_way_by_commands(server: postgres.Server, desk: Path) -> None:
    dsn = ("--dsn", server.dsn())
    assert "pairs may be counted" in works("province", "init", *dsn, "--ca", desk / "ca", "--host", "127.0.0.1")
    works("counts", "enrol-request", "--out", desk / "request")
    enrol = (
        "province",
        "enrol",
        PC,
        *dsn,
        "--ca",
        desk / "ca",
        "--request",
        desk / "request",
        "--out",
        desk / "reply",
    )
    works(*enrol, "--printer", "Laser A")
    works("counts", "enrol-reply", desk / "reply")

    works("counts", "hours", "--volunteers", "12", "--hours", "30")
    works("counts", "close", "--sheet", desk / "sheet.pdf")
    assert works("counts", "send") == "đã gửi 2 dòng, để riêng 0 / 2 rows sent, 0 set aside\n"

    (page,) = pages_of((desk / "sheet.pdf").read_bytes(), 150)
    as_printed(page).save(desk / "photo.png")
    assert "0 new, 2 known already" in works("province", "import-sheet", desk / "photo.png", *dsn)
    works("counts", "stick", "--out", desk / "stick")
    assert "0 new, 2 known already" in works("province", "import-stick", desk / "stick", *dsn)
    assert "loaded already" in run("province", "import-stick", desk / "stick", *dsn).output

    works("counts", "stick", "--out", desk / "stick-2")
    both = works("province", "import", desk / "stick-2", desk / "photo.png", *dsn)
    assert both.count("0 new, 2 known already") == 2

    week = f"{Clock().today():%G-W%V}"
    shown = works("province", "report", "--week", week, *dsn)
    assert ["Tình", "nguyện", "viên", "trực", "12", "0", "+12"] in [line.split() for line in shown.splitlines()]
    works(
        "province", "report", "--week", week, "--commune", "17842", *dsn, "--format", "pdf", "--out", desk / "r.pdf"
    )
    assert PC in works("province", "report", "--silent", *dsn)
    works("province", "report", "--troubles", "--week", week, *dsn)

    works("province", "revoke", PC, *dsn)
    works("counts", "hours", "--day", "2026-11-01", "--volunteers", "1", "--hours", "1")
    refused = run("counts", "send", "--attempts", "1")
    assert refused.exit_code == 1
    assert "has shut this PC out" in refused.output
    assert "not enrolled, or revoked" in run("province", "import-sheet", desk / "photo.png", *dsn).output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("revoke", "pc-99999-nobody"), "never enrolled"),
        (("import-sheet", "DVC1/ABCDEF/1/1/BB8"), "damaged"),
        (("import-sheet", "/etc/hostname"), "not a picture"),
        (("import-stick", "/etc/hostname"), "Not a file of day totals"),
        (("report",), "exactly one of"),
    ],
)
def test_a_wrong_order_is_answered_in_words(
    server: postgres.Server, desk: Path, arguments: tuple[str, ...], said: str
) -> None:
    result = run("province", *arguments, "--dsn", server.dsn())
    assert result.exit_code != 0
    assert said in result.output


def test_a_database_that_is_not_there_is_named(desk: Path) -> None:
    result = run("province", "revoke", PC, "--dsn", "host=/nowhere dbname=counts user=postgres")
    assert result.exit_code == 1
    assert "The database cannot be opened: " in result.output
    assert "/nowhere" in result.output
