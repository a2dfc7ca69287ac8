"""Does the screen follow the program? Ten minutes of slides and card readings without a touch, under the real launch.

The compositor and its settings are the shipped ones, the screen is in memory. Each state is told by the program and
must be seen in photographs before the program goes on; a state that the screen does not show ends the run with 1.
Run: `./station bench screen --minutes 10 --json`.
"""

from __future__ import annotations

import json
import sys
import time

import click

from tests.helpers.shown_screen import follow, missing_programs, shown_screen
from tests.helpers.untouched_walk import ENDED

SLIDES_A_ROUND = 6
SLIDE_SECONDS = 12


@click.command()
@click.option("--minutes", default=10.0, show_default=True, type=click.FloatRange(min=0))
@click.option("--json", "as_json", is_flag=True, help="Machine-readable output.")
def main(*, minutes: float, as_json: bool) -> None:
    """Follow the screen for at least so long."""
    if missing := missing_programs():
        raise click.ClickException(f"not installed: {', '.join(missing)}")
    started = time.monotonic()
    words = ["FOLDER", str(minutes * 60), str(SLIDES_A_ROUND), str(SLIDE_SECONDS)]
    with shown_screen(sys.executable, "-m", "tests.helpers.untouched_walk", *words) as screen:
        try:
            seen = follow(screen)
        except (TimeoutError, AssertionError) as fault:
            raise click.ClickException(str(fault)) from fault
        status = screen.launch.wait()
    cards = seen.count("person")
    figures = {
        "minutes": round((time.monotonic() - started) / 60, 1),
        "states_seen": len(seen),
        "slides_seen": sum(name.startswith("slide") for name in seen),
        "card_readings_seen": cards,
        "ended_with_the_programs_status": status == ENDED,
    }
    click.echo(json.dumps(figures) if as_json else "\n".join(f"{name}: {value}" for name, value in figures.items()))
    sys.exit(0 if status == ENDED and cards else 1)


if __name__ == "__main__":
    main()
