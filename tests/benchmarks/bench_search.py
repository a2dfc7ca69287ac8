"""How well the search answers, and how fast it is at real size: index build, keystrokes, loading the whole pack.

The search of communes beside it: names of today and of before in each province, typed letter by letter.

Every need of `tests/vectors/search/needs.tsv` is asked in every way of `tests.helpers.ways_of_asking`; every query of
`tests/vectors/search/queries.tsv` is typed letter by letter over a catalogue of the nation's size put
together by `tests.helpers.national_catalogue`; `--catalogue FILE` takes another one, such as the real one.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from pathlib import Path

from kiosk import paths
from kiosk.content.notice import IdleNotice
from kiosk.content.pack import Pack
from kiosk.forms.catalogue import read_form_heads
from kiosk.forms.definition import FormDefinition
from kiosk.forms.places import read_places
from kiosk.guides.catalogue import read_guides
from kiosk.procedures.aliases import Aliases
from kiosk.procedures.catalogue import read_catalogue
from kiosk.procedures.national import NationalRow, index_rows, read_rows
from kiosk.procedures.search import Search
from kiosk.procedures.search_index import SearchIndex
from kiosk.procedures.words import lexicon
from kiosk.station.search import read_elsewhere, station_search
from tests.helpers.labelled_needs import Answered, answered
from tests.helpers.national_catalogue import national_rows
from tests.helpers.ways_of_asking import WAYS

QUERIES = paths.root() / "tests" / "vectors" / "search" / "queries.tsv"


def load_pack(kept: Path) -> Pack:
    """Everything the station reads at its start."""
    pack = Pack(paths.assets() / "content", kept=kept)
    read_catalogue(pack)
    read_guides(pack)
    pack.folder("forms", FormDefinition)
    pack.folder("notices", IdleNotice)
    pack.file("aliases.toml", Aliases)
    return pack


def milliseconds(start: float) -> float:
    """Since `start` of `perf_counter`."""
    return (time.perf_counter() - start) * 1000


def build(rows: list[NationalRow], aliases: Aliases, place: Path) -> tuple[SearchIndex, dict[str, object]]:
    """The index of a catalogue, with its time and size."""
    start = time.perf_counter()
    index = index_rows(rows, lexicon(aliases.abbreviations), place)
    measured = {
        "catalogue_rows": len(rows),
        "index_build_seconds": round(milliseconds(start) / 1000, 3),
        "index_megabytes": round(place.stat().st_size / 1e6, 2),
    }
    return index, measured


def keystrokes(search: Search) -> tuple[list[float], list[float]]:
    """Milliseconds of every keystroke of every query, by the clock and of the processor; both sorted."""
    lines = (line.split("\t")[0] for line in QUERIES.read_text("utf-8").splitlines())
    times, processor = [], []
    for query in (line for line in lines if line and not line.startswith("#")):
        for typed in range(1, len(query) + 1):
            start, used = time.perf_counter(), time.process_time()
            search.find(query[:typed], 10)
            times.append(milliseconds(start))
            processor.append((time.process_time() - used) * 1000)
    return sorted(times), sorted(processor)


def commune_keystrokes(every: int = 40) -> list[float]:
    """Milliseconds of the processor for each letter of every 40th name of each province, sorted."""
    places = read_places(paths.assets() / "content" / "places").whole()
    times = []
    for province in places.provinces:
        listed = places.of(province.code).listed
        for name in [*(each.name for each in listed.communes), *(each.name for each in listed.former)][::every]:
            for typed in range(1, len(name) + 1):
                used = time.process_time()
                places.search_communes(name[:typed], province)
                times.append((time.process_time() - used) * 1000)
    return sorted(times)


def _shown(found: Answered) -> dict[str, object]:
    return {"queries": found.queries, "top1": round(found.top1, 3), "top3": round(found.top3, 3)}


def measure(rows: list[NationalRow]) -> dict[str, object]:
    """All figures, with `rows` as the national catalogue."""
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "pack"
        start = time.perf_counter()
        load_pack(kept)
        first = milliseconds(start)
        loads = []
        for _ in range(7):
            start = time.perf_counter()
            pack = load_pack(kept)
            loads.append(milliseconds(start))
        aliases, shipped = pack.file("aliases.toml", Aliases), read_catalogue(pack)
        national, measured = build(rows, aliases, Path(folder) / "national.sqlite")
        start = time.perf_counter()
        guides, forms, elsewhere = read_guides(pack).guides, read_form_heads(pack), read_elsewhere(pack)
        search = station_search(shipped, aliases, guides, forms, elsewhere, national=national)
        ready = milliseconds(start)
        times, processor = keystrokes(search)
        ways = {name: _shown(answered(search, way)) for name, way in WAYS.items()}
    communes = commune_keystrokes()
    return {
        **measured,
        "pack_load_milliseconds": round(sorted(loads)[len(loads) // 2], 2),
        "pack_first_load_milliseconds": round(first, 1),
        "search_ready_milliseconds": round(ready, 1),
        "ways_of_asking": ways,
        "keystrokes": len(times),
        "keystroke_milliseconds_p50": round(times[len(times) // 2], 3),
        "keystroke_milliseconds_p99": round(times[len(times) * 99 // 100], 3),
        "keystroke_processor_milliseconds_p50": round(processor[len(processor) // 2], 3),
        "keystroke_processor_milliseconds_p99": round(processor[len(processor) * 99 // 100], 3),
        "commune_keystrokes": len(communes),
        "commune_keystroke_processor_milliseconds_p50": round(communes[len(communes) // 2], 3),
        "commune_keystroke_processor_milliseconds_p99": round(communes[len(communes) * 99 // 100], 3),
        "commune_keystroke_processor_milliseconds_worst": round(communes[-1], 3),
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument("--catalogue", type=Path, help="JSON lines with code and name; default: a made one")
    arguments = parser.parse_args()
    figures = measure(read_rows(arguments.catalogue) if arguments.catalogue else national_rows())
    if arguments.json:
        print(json.dumps(figures, indent=1))
        return
    for name, figure in figures.items():
        print(f"{name:32} {figure}")


if __name__ == "__main__":
    main()
