"""`./station promises`: writes docs/promises.md; `--run ID` tries a promise first and keeps what it said; `--check`
ends with 1 when the page is older than what it is made of."""

from __future__ import annotations

import re
import shlex
import subprocess

import click

from kiosk.clock import Clock
from tests.promises.page import PAGE, ROOT, page, promises, results, written

MOST_LETTERS = 300
_PASSING = re.compile(
    r"\[ *\d+%\]$|^=+ test session starts|^platform |^plugins: |^collected |^bringing up nodes|^rootdir: "
    r"|^configfile: |^PySide6 [\d.]+ --"
)
"""What pytest says on its way."""
STATES = {0: "holds", 3: "could not be tried here"}


@click.command()
@click.option("--run", "names", multiple=True, metavar="ID", help="Try this promise first; may be repeated.")
@click.option("--check", is_flag=True, help="Write nothing; end with 1 when the page is stale.")
@click.pass_context
def main(context: click.Context, names: tuple[str, ...], check: bool) -> None:
    """The page of promises, made anew."""
    table = promises()
    if unknown := set(names) - {each.id for each in table}:
        raise click.UsageError(f"no promise is called {', '.join(sorted(unknown))}")
    for promise in (each for each in table if each.id in names):
        done = subprocess.run(shlex.split(promise.command), cwd=ROOT, capture_output=True, text=True, check=False)
        last = last_words(done.stdout)
        written(
            f"{Clock().today():%Y-%m-%d}",
            last,
            state=STATES.get(done.returncode, "DOES NOT HOLD"),
            promise=promise.id,
        )
        click.echo(f"{promise.id}: {done.returncode}: {last}")
    made = page(table, results())
    if check:
        if not PAGE.exists() or PAGE.read_text("utf-8") != made:
            click.echo("docs/promises.md is stale: run ./station promises")
            context.exit(1)
        return
    PAGE.write_text(made, encoding="utf-8")


def last_words(said: str) -> str:
    """The last lines of what a command said, as many as there is room for: what it came to stands at the end."""
    lines = [
        " ".join(line.strip("= ").split()) for line in said.splitlines() if line.strip() and not _PASSING.search(line)
    ]
    kept: list[str] = []
    for line in reversed(lines[-4:]):
        if len(" · ".join([line, *kept])) > MOST_LETTERS and kept:
            break
        kept.insert(0, line)
    return " · ".join(kept)[-MOST_LETTERS:]


if __name__ == "__main__":
    main()
