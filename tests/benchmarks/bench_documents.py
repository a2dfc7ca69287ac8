"""How long a paper takes: first and warm, declaration, leaflet, and the whole posted list.

Warm figures are the best of five with different data each time. `wall` is what a visitor waits; `cpu` is what the
work costs, and hardly grows when other programs use the machine.

`./station bench documents --json`. Goals (issue 5): declaration or leaflet 25 ms warm and 250 ms the first time,
the posted list of 75 procedures 1500 ms, all in one process.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import time
from collections.abc import Callable, Iterable
from datetime import date, timedelta

import click

from kiosk import paths
from kiosk.content.pack import Pack
from kiosk.documents import PosterSize, Typesetter, declaration, leaflet, posted_list
from kiosk.documents.qr import drawing
from kiosk.forms import Answers, Context, FormDefinition, Journey, printed
from kiosk.forms.printed import PrintedForm
from kiosk.procedures.catalogue import Catalogue, read_catalogue
from kiosk.settings import KioskSettings, read_settings
from tests.benchmarks.bench_scan import memory_figures, page_figures

DAY = date(2026, 11, 23)
GOALS_MS = {"first": 250, "warm": 25, "posted_list": 1500, "scan_page": 250}
TIMES = 5

Cost = tuple[float, float]
"""Wall and processor time in milliseconds."""


def cost(work: Callable[[], object]) -> Cost:
    """What one piece of work takes."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000


def best(works: Iterable[Callable[[], object]]) -> Cost:
    """The least wall and the least processor time of several."""
    walls, cpus = zip(*(cost(work) for work in works), strict=True)
    return min(walls), min(cpus)


def of_form(typesetter: Typesetter, form: PrintedForm) -> Cost:
    """One blank form, warm."""
    return best(
        (lambda n=n: declaration(typesetter, form, printed_on=DAY, commune=f"Xã {n}"))
        for n in range(TIMES)  # type: ignore[misc]
    )


def of_leaflets(typesetter: Typesetter, catalogue: Catalogue, settings: KioskSettings) -> list[Cost]:
    """Every procedure, warm."""

    def one(n: int, procedure: object) -> Callable[[], object]:
        day = DAY + timedelta(days=n)
        return lambda: leaflet(
            typesetter,
            procedure,  # type: ignore[arg-type]
            commune=settings.commune,
            portal=settings.portal,
            printed_on=day,
        )

    return [best(one(n, procedure) for n in range(TIMES)) for procedure in catalogue.all()]


def summary(name: str, costs: Iterable[Cost]) -> dict[str, float]:
    """Median and worst of many."""
    walls, cpus = zip(*costs, strict=True)
    return {
        f"{name}_wall_median_ms": round(statistics.median(walls), 1),
        f"{name}_wall_worst_ms": round(max(walls), 1),
        f"{name}_cpu_median_ms": round(statistics.median(cpus), 1),
        f"{name}_cpu_worst_ms": round(max(cpus), 1),
    }


def measure() -> dict[str, object]:
    """All figures of this process."""
    settings = read_settings(paths.shipped_config(), paths.assets()).kiosk
    pack = Pack(paths.assets() / "content")
    catalogue = read_catalogue(pack)
    forms = [
        printed(Journey(form, Answers(), Context(today=DAY)))
        for form in pack.folder("forms", FormDefinition).values()
        if form.printable
    ]
    typesetter = Typesetter()
    first = cost(lambda: declaration(Typesetter(), forms[0], printed_on=DAY))
    figures: dict[str, object] = {
        "first_wall_ms": round(first[0], 1),
        "first_cpu_ms": round(first[1], 1),
        "forms": len(forms),
        "leaflets": len(catalogue.all()),
        **summary("declaration", [of_form(typesetter, form) for form in forms]),
        **summary("leaflet", of_leaflets(typesetter, catalogue, settings)),
    }
    for size in PosterSize:
        drawing.cache_clear()
        wall, cpu = cost(
            lambda size=size: posted_list(typesetter, catalogue, commune=settings.commune, printed_on=DAY, size=size)  # type: ignore[misc]
        )
        figures |= {
            f"posted_list_{size.value}_wall_ms": round(wall, 1),
            f"posted_list_{size.value}_cpu_ms": round(cpu, 1),
        }
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return figures | {"peak_rss_mb": round(peak, 1), "load": round(os.getloadavg()[0], 1), "goals_ms": GOALS_MS}


@click.command
@click.option("--json", "as_json", is_flag=True, help="One JSON object on standard output.")
def main(as_json: bool) -> None:
    """Measure and print milliseconds."""
    figures = measure() | page_figures() | memory_figures()
    if as_json:
        click.echo(json.dumps(figures, ensure_ascii=False))
        return
    for name, value in figures.items():
        click.echo(f"{name}: {value}")


if __name__ == "__main__":
    main()
