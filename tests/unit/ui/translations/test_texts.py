"""`./station texts` writes the words of the screens whole and the same each time; the check names what is stale."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.content.languages import LanguageFile
from kiosk.content.pack import Pack
from tests.qml import texts
from tests.qml.language_texts import texts_of_content, texts_of_program
from tests.qml.screen_places import ROOT, pages_of
from tests.qml.texts import Message, main, stale, translated, write

PAGE = """import QtQuick
Item { property string said: qsTr("Một câu & một câu khác"); property string counted: qsTr("%n lần", "", 2) }
"""


@pytest.fixture(scope="module", autouse=True)
def _the_same_pages_are_read_once() -> Iterator[None]:
    """lupdate finds the same words in the same pages, in whichever tree they lie; few tests add any."""
    read: dict[tuple[str, ...], dict[str, list[Message]]] = {}
    found = texts.found

    def known(root: Path, part: str) -> dict[str, list[Message]]:
        pages = [page for page in pages_of(root) if texts.part_of(page) == part]
        key = tuple(text for page in pages for text in (page.name, page.read_text("utf-8")))
        if key not in read:
            read[key] = found(root, part)
        return read[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(texts, "found", known)
        yield


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "ui/qml", tmp_path / "ui/qml", ignore=shutil.ignore_patterns("*.qmlc", "*.jsc"))
    shutil.copytree(ROOT / "ui/portal/qml", tmp_path / "ui/portal/qml", ignore=shutil.ignore_patterns("*.qmlc"))
    shutil.copytree(ROOT / "ui/translations", tmp_path / "ui/translations")
    return tmp_path


def test_the_files_of_today_are_not_stale_and_have_their_english() -> None:
    assert stale(ROOT) == []
    assert "unfinished" not in "".join(f.read_text("utf-8") for f in (ROOT / "ui/translations").glob("*_en.ts"))


def test_a_new_word_is_named_then_written_as_unfinished_and_everything_else_stays(tree: Path) -> None:
    (tree / "ui/qml/Kiosk/Screens/NewLine.qml").write_text(PAGE, encoding="utf-8")
    before = {file.name: file.read_text("utf-8") for file in (tree / "ui/translations").glob("*.ts")}
    assert stale(tree) == [
        "ui/translations/screens_en.ts: not the words of the screens of today: run ./station texts"
    ]
    assert write(tree) == ["ui/translations/screens_en.ts: 2 without translation"]
    after = {file.name: file.read_text("utf-8") for file in (tree / "ui/translations").glob("*.ts")}
    assert stale(tree) == []
    lines = after["screens_en.ts"].splitlines()
    assert [line for line in before["screens_en.ts"].splitlines() if line not in lines] == []
    assert after | {"screens_en.ts": ""} == before | {"screens_en.ts": ""}
    (tree / "ui/qml/Kiosk/Screens/NewLine.qml").unlink()
    assert write(tree) == []
    assert {file.name: file.read_text("utf-8") for file in (tree / "ui/translations").glob("*.ts")} == before


def test_a_further_language_begins_with_every_word_unfinished_and_keeps_what_is_written(tree: Path) -> None:
    told = write(tree, "fr")
    assert {line.partition(":")[0] for line in told} == {
        f"ui/translations/{part}_fr.ts" for part in ("components", "officer", "portal", "screens", "staff")
    }
    file = tree / "ui/translations/components_fr.ts"
    begun = file.read_text("utf-8")
    file.write_text(
        begun.replace(
            '<source>Quay lại</source>\n        <translation type="unfinished"></translation>',
            "<source>Quay lại</source>\n        <translation>Retour</translation>",
        ),
        "utf-8",
    )
    write(tree)
    assert translated(tree, "fr")["BottomLine", "Quay lại"] == ("Retour",)
    assert stale(tree) == []


def test_the_texts_of_a_language_are_those_of_content_and_program() -> None:
    program, content = texts_of_program(ROOT), texts_of_content(ROOT)
    assert {"{amount} đồng", "Trang", "Không mất phí", "Thứ Hai"} <= program
    assert len(content) > 1000
    assert Pack(ROOT / "assets/content").folder("languages", LanguageFile) == {}


@pytest.mark.parametrize("arguments", [["français"], ["fr", "de"]])
def test_what_is_no_code_of_a_language_is_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert "such as fr" in capsys.readouterr().err
