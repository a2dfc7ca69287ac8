"""Every promise has a test, and the page of promises is as new as what it is made of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.promises.__main__ import last_words
from tests.promises.page import PAGE, ROOT, PromiseError, Result, page, promises, results, written

ROW = '[[promise]]\nid = "a"\nvi = "Lời hứa."\nen = "A promise."\ncommand = "./station test"\n'


def test_every_promise_has_a_test_and_the_page_is_not_stale() -> None:
    assert PAGE.read_text("utf-8") == page(promises(), results())


@pytest.mark.parametrize("tests", ["", "tests = []\n", 'tests = ["tests/no_such_test.py"]\n'])
def test_a_promise_without_a_test_fails_the_build(tmp_path: Path, tests: str) -> None:
    (tmp_path / "table.toml").write_text(ROW + tests, encoding="utf-8")
    with pytest.raises(PromiseError, match="no test plays this promise"):
        promises(tmp_path / "table.toml")


def test_a_result_of_no_promise_fails_it_too(tmp_path: Path) -> None:
    (tmp_path / "table.toml").write_text(f'{ROW}tests = ["tests/conftest.py"]\n', encoding="utf-8")
    with pytest.raises(PromiseError, match="results of no promise"):
        page(promises(tmp_path / "table.toml"), {"b": Result(on="2026-11-29", said="", state="holds")})


def test_a_new_result_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    file = tmp_path / "results.toml"
    file.write_text("", encoding="utf-8")
    for said in ("once", 'said "twice"'):
        written("2026-11-29", said, state="holds", promise="a", file=file)
    assert results(file) == {"a": Result(on="2026-11-29", said="said 'twice'", state="holds")}


def test_of_what_a_command_said_the_end_is_kept() -> None:
    said = "\n".join([*("x" * 200 for _ in "abc"), "", "  136 ways   tried"])
    assert last_words(said) == f"{'x' * 200} · 136 ways tried"
    assert last_words("y" * 400 + "end").endswith("end")
    assert last_words("") == ""
    begun = "==== test session starts ====\nplatform linux -- Python 3\nPySide6 6.11.3 -- Qt runtime 6.11.3\n"
    begun += "rootdir: /a\nconfigfile: b\nplugins: qt-4\ncollected 2 items\n"
    passing = f"{begun}\ntests/a.py .. [100%]\n\n=== 2 passed in 1.02s ===\n"
    assert last_words(passing) == "2 passed in 1.02s"


def test_every_command_of_a_promise_is_one_of_the_station() -> None:
    known = re.findall(r"^([a-z][a-z |]*)\)$", (ROOT / "station").read_text("utf-8"), re.MULTILINE)
    words = {word for line in known for word in line.split(" | ")}
    assert {each.command.split()[1] for each in promises()} <= words


def test_every_test_that_the_threats_name_is_there() -> None:
    named = re.findall(r"`(tests/[\w/.]+)`", (ROOT / "docs" / "threats.md").read_text("utf-8"))
    assert len(named) > 25
    assert [name for name in named if not (ROOT / name).exists()] == []
