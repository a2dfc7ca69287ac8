"""docs/promises.md, made of the table of promises and of their last results."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TABLE, RESULTS = (Path(__file__).with_name(name) for name in ("promises.toml", "results.toml"))
PAGE = ROOT / "docs" / "promises.md"
HEAD = """# What the station promises
Each promise in plain words, the command with which anyone can try it, and what it last said. Written by
`./station promises` from `tests/promises`; `./station check` fails when this page is older than they are.
Against whom these promises stand, and what they do not stop: [threats.md](threats.md).
"""


class PromiseError(Exception):
    """A promise that nothing plays, or a result of no promise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """One row of the table."""

    id: str
    vi: str
    en: str
    command: str
    tests: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What its command said when it was last run."""

    on: str
    said: str
    state: str
    """`holds`, `DOES NOT HOLD`, or `could not be tried here`."""


def promises(table: Path = TABLE, root: Path = ROOT) -> tuple[Promise, ...]:
    """Every promise. Raises `PromiseError` for one without a test that is there."""
    rows = tomllib.loads(table.read_text("utf-8"))["promise"]
    found = tuple(Promise(**{**row, "tests": tuple(row.get("tests", ()))}) for row in rows)
    for each in found:
        missing = [test for test in each.tests if not (root / test).is_file()]
        if missing or not each.tests:
            raise PromiseError(f"{each.id}: no test plays this promise: {', '.join(missing) or 'none is named'}")
    if len({each.id for each in found}) < len(found):
        raise PromiseError("two promises of one name")
    return found


def results(file: Path = RESULTS) -> Mapping[str, Result]:
    """The last result of each promise that was tried."""
    return {name: Result(**row) for name, row in tomllib.loads(file.read_text("utf-8")).items()}


def page(table: tuple[Promise, ...], last: Mapping[str, Result]) -> str:
    """The document. Raises `PromiseError` for a result of no promise."""
    if strangers := set(last) - {each.id for each in table}:
        raise PromiseError(f"results of no promise: {', '.join(sorted(strangers))}")
    return HEAD + "".join(_section(each, last.get(each.id)) for each in table)


def _section(promise: Promise, result: Result | None) -> str:
    if result is None:
        last = "not run yet by itself; its tests run in CI"
    else:
        last = f"{result.state}, {result.on}: {result.said}"
    tests = ", ".join(f"`{test}`" for test in promise.tests)
    return (
        f"\n## {promise.en}\n{promise.vi}\n\n- Try it: `{promise.command}`\n- Last result: {last}\n"
        f"- Played in CI by {tests}\n"
    )


def written(on: str, said: str, *, state: str, promise: str, file: Path = RESULTS) -> None:
    """Keep one result in the place of the one before."""
    kept = dict(results(file)) | {promise: Result(on=on, said=said, state=state)}
    lines = []
    for name, each in sorted(kept.items()):
        text = each.said.replace("\\", "/").replace('"', "'")
        lines.append(f'[{name}]\non = "{each.on}"\nsaid = "{text}"\nstate = "{each.state}"\n')
    file.write_text("\n".join(lines), encoding="utf-8")
