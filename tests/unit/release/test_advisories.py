"""The comparison with published advisories says what it found, or that it could not look."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence

import pytest

from release.advisories import COULD_NOT, LOCK, Run, advisories, pinned


def answering(text: str) -> Run:
    def run(words: Sequence[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(words, 1, stdout=text, stderr="")

    return run


def not_installed(_words: Sequence[str]) -> subprocess.CompletedProcess[str]:
    raise FileNotFoundError


def test_every_package_of_the_lock_is_asked_about() -> None:
    found = pinned(LOCK.read_text("utf-8"))
    assert "pillow" in {each.split("==")[0].lower() for each in found}
    assert len(found) > 40
    assert not [each for each in found if "hash" in each or ";" in each]


@pytest.mark.parametrize(
    ("run", "status", "said"),
    [
        (not_installed, COULD_NOT, "pip-audit is not here; type: pipx install pip-audit"),
        (answering(""), COULD_NOT, "no advisories could be had here"),
        (answering('{"error": 1}'), COULD_NOT, "no advisories could be had here"),
        (answering('{"dependencies": ["a"]}'), COULD_NOT, "no advisories could be had here"),
        (answering("[" * 200_000), COULD_NOT, "no advisories could be had here"),
        (answering('{"dependencies": ' + "9" * 5_000), COULD_NOT, "no advisories could be had here"),
        (answering(json.dumps({"dependencies": [{"name": "a", "version": "1", "vulns": []}]})), 0, "no advisory"),
        (
            answering(json.dumps({"dependencies": [{"name": "a", "version": "1", "vulns": [{"id": "X-1"}]}]})),
            1,
            "a 1: X-1",
        ),
        (answering('{"dependencies": []}'), COULD_NOT, "1 of them were not answered for"),
        (answering('{"dependencies": [{"name": "a", "skip_reason": "unknown"}]}'), COULD_NOT, "1 of them"),
    ],
    ids=[
        "no tool",
        "no service",
        "another answer",
        "a list of what is none",
        "nested too deep",
        "a number of 5,000 digits",
        "nothing known",
        "something known",
        "no word of any",
        "passed over",
    ],
)
def test_it_says_what_it_found_or_that_it_could_not_look(run: Run, status: int, said: str) -> None:
    told = advisories("a==1 \\\n    --hash=sha256:00\n", run)
    assert told.status == status
    assert said in told.written()
    assert told.written() == f"{told.vi}\n{told.en}\n"
    assert told.vi != told.en
