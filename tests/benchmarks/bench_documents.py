"""How long a paper takes: first and warm, declaration, leaflet, and the whole posted list.

Warm figures are the best of five with different data each time, so that other work on the machine does not count.

`./station bench documents --json`. Goals (issue 5): declaration or leaflet 25 ms warm and 250 ms the first time,
the posted list of 75 procedures 1500 ms, all in one process.
"""

from __future__ import annotations

import json
import resource
import statistics
import time
from collections.abc import Callable
from datetime import date, timedelta

import click

from kiosk import paths
from kiosk.content.pack import Pack
from kiosk.documents import Document, PosterSize, Press, declaration, leaflet, posted_list
from kiosk.documents.qr import drawing
from kiosk.forms import Answers, Context, FormDefinition, Journey, printed
from kiosk.procedures.catalogue import Catalogue, read_catalogue
from kiosk.settings import KioskSettings, read_settings

DAY = date(2026, 11, 23)
GOALS_MS = {"first": 250, "warm": 25, "posted_list": 1500}


def _milliseconds(work: Callable[[], Document], clock: Callable[[], float] = time.perf_counter) -> float:
    start = clock()
    work()
    return (clock() - start) * 1000


def _declarations(press: Press, pack: Pack) -> dict[str, float]:
    forms = pack.folder("forms", FormDefinition)
    sheets = {name: printed(Journey(form, Answers(), Context(today=DAY))) for name, form in forms.items()}
    for sheet in sheets.values():
        declaration(press, sheet, printed_on=DAY)
    return {
        name: min(
            _milliseconds(lambda sheet=sheet, n=n: declaration(press, sheet, printed_on=DAY, commune=f"Xã {n}"))  # type: ignore[misc]
            for n in range(5)
        )
        for name, sheet in sheets.items()
    }


def _leaflets(press: Press, catalogue: Catalogue, settings: KioskSettings) -> list[float]:
    """Each procedure on five days: only fonts and templates are warm."""
    return [
        min(
            _milliseconds(
                lambda procedure=procedure, n=n: leaflet(  # type: ignore[misc]
                    press,
                    procedure,
                    commune=settings.commune,
                    portal=settings.portal,
                    printed_on=DAY + timedelta(days=n),
                )
            )
            for n in range(5)
        )
        for procedure in catalogue.all()
    ]


@click.command
@click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")
def main(as_json: bool) -> None:
    """Measure and print milliseconds."""
    settings = read_settings(paths.shipped_config(), paths.assets()).kiosk
    pack = Pack(paths.assets() / "content")
    catalogue = read_catalogue(pack)
    form = printed(Journey(pack.folder("forms", FormDefinition)["ct01"], Answers(), Context(today=DAY)))
    first = _milliseconds(lambda: declaration(Press(), form, printed_on=DAY))
    press = Press()
    leaflets = _leaflets(press, catalogue, settings)
    declarations = _declarations(press, pack)
    drawing.cache_clear()
    lists = {
        f"posted_list_{size.value}_ms": round(
            _milliseconds(
                lambda size=size: posted_list(  # type: ignore[misc]
                    press, catalogue, commune=settings.commune, printed_on=DAY, size=size
                )
            ),
            1,
        )
        for size in PosterSize
    }
    figures: dict[str, object] = {
        "first_declaration_ms": round(first, 1),
        "declaration_warm_median_ms": round(statistics.median(declarations.values()), 1),
        "declaration_warm_worst_ms": round(max(declarations.values()), 1),
        "declaration_worst": max(declarations, key=lambda name: declarations[name]),
        "declaration_cpu_ms": round(
            min(_milliseconds(lambda: declaration(press, form, printed_on=DAY), time.process_time) for _ in range(5)),
            1,
        ),
        "forms": len(declarations),
        "leaflet_warm_median_ms": round(statistics.median(leaflets[1:]), 1),
        "leaflet_warm_worst_ms": round(max(leaflets[1:]), 1),
        "leaflets": len(leaflets),
        **lists,
        "procedures": len(catalogue.all()),
        "peak_rss_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        "goals_ms": GOALS_MS,
    }
    if as_json:
        click.echo(json.dumps(figures, ensure_ascii=False))
        return
    for name, value in figures.items():
        click.echo(f"{name}: {value}")


if __name__ == "__main__":
    main()
