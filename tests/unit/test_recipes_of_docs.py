"""What the recipes of docs/development.md say fits the files it is said of; `./station fresh` plays them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.helpers.recipes import NOT_COPIED, RECIPES, ROOT, change, recipe
from tests.unit.ui.qml.test_screen_places import PLACES, add_english, add_member, add_page


def test_the_page_has_a_recipe_for_each_thing_that_is_added_often() -> None:
    titles = re.findall(r"^### (.+)$", RECIPES, re.MULTILINE)
    assert titles == [
        "Add a procedure", "Add a form", "Add a guide", "A portal changed its label", "Add a screen",
        "Add a device driver", "Add a language",
    ]  # fmt: skip


@pytest.mark.parametrize("title", re.findall(r"^### (.+)$", RECIPES, re.MULTILINE))
def test_the_lines_that_a_recipe_changes_stand_in_their_files_once(title: str, tmp_path: Path) -> None:
    for block in recipe(title):
        if block.kind != "diff":
            continue
        for name in re.findall(r"^--- a/(\S+)$", block.text, re.MULTILINE):
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, tmp_path / name)
        change(tmp_path, block.text)


@pytest.mark.parametrize("title", re.findall(r"^### (.+)$", RECIPES, re.MULTILINE))
def test_what_a_recipe_types_is_there(title: str) -> None:
    """Commands of the entrance, and the files of a clone that lines are changed in by hand."""
    typed = [block.text for block in recipe(title) if block.kind == "bash"]
    entrance = (ROOT / "station").read_text("utf-8")
    for command in re.findall(r"^\./station (\S+)", "\n".join(typed), re.MULTILINE):
        assert f"\n{command})\n" in entrance or f"{command} |" in entrance or f"| {command})" in entrance, command


def test_the_recipe_of_a_screen_names_what_the_check_asks_for_and_the_command_begins_its_english(
    tmp_path: Path,
) -> None:
    """The screen itself is built place by place, and opened, by `test_screen_places`."""
    told = RECIPES.partition("### Add a screen\n")[2].partition("\n### ")[0]
    for wanted in ("kiosk/screens.py", "ui/view_models/hours.py", "HoursViewModel", "HoursScreen.qml", "way to it"):
        assert wanted in told
        assert any(wanted in said for sentences in PLACES.values() for said in sentences)
    assert [block.text for block in recipe("Add a screen")] == ["./station check || true\n", "./station texts\n"]
    tree = tmp_path / "tree"
    shutil.copytree(ROOT / "ui", tree / "ui", ignore=NOT_COPIED)
    shutil.copytree(ROOT / "kiosk", tree / "kiosk", ignore=NOT_COPIED)
    add_member(tree)
    add_page(tree)
    from tests.qml.screen_places import missing_english
    from tests.qml.texts import write

    assert write(tree) == ["ui/translations/screens_en.ts: 2 without translation"]
    assert [told.partition(":")[0] for told in missing_english(tree)] == ["HoursScreen.qml"] * len(
        PLACES[add_english]
    )
