"""The short form of `./station prove forgetting`: what it looks for it finds wherever it is planted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.pcsc import PcscDaemon, missing
from tests.helpers.personas import persona
from tests.helpers.sought_person import DETAIL, ON_THE_CARD, TYPED, VALUES
from tests.prove import places, plants
from tests.prove.forgetting import Look, Proof, Searching
from tests.prove.writings import every_form
from tests.withstand.visiting_station import CANCELLED, LEFT, LOST, SCANNED, SILENT
from tests.withstand.watched_station import watched_station

NAME, NUMBER = ON_THE_CARD["full_name"], ON_THE_CARD["personal_number"]
PLANTED = [(value, writing) for value in (NAME, NUMBER) for writing in plants.WRITINGS]


@pytest.fixture(scope="module")
def searching() -> Searching:
    return Searching({"planted": NAME, "number": NUMBER})


@pytest.mark.parametrize(("value", "writing"), PLANTED)
def test_a_leak_in_a_file_is_found_in_whatever_form_it_is_written(
    tmp_path: Path, searching: Searching, value: str, writing: str
) -> None:
    plants.in_a_file(tmp_path / "spool", plants.WRITINGS[writing](value))
    assert searching.look("", "spool", places.files(tmp_path)).found


@pytest.mark.parametrize("writing", ["composed", "taken apart", "UTF-16", "hex"])
def test_a_leak_in_a_free_page_of_a_database_is_found(tmp_path: Path, searching: Searching, writing: str) -> None:
    plants.in_a_free_page(tmp_path / "state", plants.WRITINGS[writing](NAME))
    assert searching.look("", "state", places.files(tmp_path)).found


def test_a_leak_in_a_name_of_a_file_and_in_a_link_is_found(tmp_path: Path, searching: Searching) -> None:
    (tmp_path / f"{NUMBER}.pdf").touch()
    (tmp_path / "last").symlink_to(f"/nowhere/{NUMBER}")
    assert searching.look("", "home", places.files(tmp_path)).found == {"number": 2}


@pytest.mark.parametrize("writing", ["composed", "UTF-16", "base64", "in a stream of a PDF"])
def test_a_leak_in_the_memory_of_a_process_is_found(searching: Searching, writing: str) -> None:
    with plants.in_a_process(plants.WRITINGS[writing](NAME)) as pid:
        assert searching.look("", "memory", places.memory(pid)).found


@pytest.mark.parametrize("environment", [True, False], ids=["environment", "arguments"])
def test_a_leak_in_the_words_of_a_process_is_found(searching: Searching, *, environment: bool) -> None:
    with plants.in_words_of_a_process(NAME.encode(), environment=environment) as pid:
        assert searching.look("", "words", places.told_to_the_system(pid)).found


def test_a_whole_paper_left_in_a_spool_is_read_and_found(tmp_path: Path, searching: Searching) -> None:
    from tests.helpers.papers_left import a_paper_about  # typst is loaded for this test alone

    plants.in_a_file(tmp_path / "spool", a_paper_about(NAME))
    assert searching.look("", "spool", places.files(tmp_path)).found


def test_a_scanned_page_is_found_as_a_scanner_s_program_gives_it(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    page = tmp_path_factory.mktemp("sane") / "page.ppm"
    searching = Searching({"page": plants.on_a_page(page)})
    (tmp_path / "kept").write_bytes(page.read_bytes()[15:])
    assert searching.look("", "home", places.files(tmp_path)).found == {"page": 1}


def test_where_nothing_is_planted_nothing_is_found(tmp_path: Path) -> None:
    plants.in_a_file(tmp_path / "spool", "Nguyễn Văn An 001090123456 01/01/1990".encode())
    assert Searching().look("", "spool", places.files(tmp_path)).found == {}


def test_no_form_is_so_short_that_it_stands_anywhere() -> None:
    assert min(len(form) for value in VALUES.values() for form in every_form(value)) >= 6


def test_one_thing_found_anywhere_breaks_the_promise() -> None:
    clean = Look(ending="left", place="home", searched=10, found={})
    dirty = Look(ending="left", place="spool", searched=10, found={"number": 1})
    assert Proof(looks=(clean,), not_looked_at=()).holds
    assert not Proof(looks=(clean, dirty), not_looked_at=()).holds
    signed_in = Proof(looks=(clean,), not_looked_at=(), next_signed_in=("filed",))
    assert not signed_in.holds
    assert "THE NEXT VISITOR WAS SIGNED IN" in signed_in.written()
    assert signed_in.written().endswith("1 endings, 1 looks at 0.0 GB: SOMETHING IS LEFT")
    assert re.search(r"spool .* number 1", Proof(looks=(dirty,), not_looked_at=()).written())


@pytest.fixture(scope="module")
def daemon() -> Iterator[PcscDaemon]:
    with PcscDaemon() as running:
        yield running


@pytest.mark.real("pcscd", "sane")
@pytest.mark.skipif(bool(missing()), reason=missing() or "all there")
def test_however_a_visit_ends_nothing_of_the_person_stays_in_memory_files_or_words(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, daemon: PcscDaemon
) -> None:
    page = tmp_path_factory.mktemp("sane") / "page.ppm"
    searching = Searching({**VALUES, "scanned page": plants.on_a_page(page)})
    with watched_station(tmp_path, daemon, VALUES, SCAN_PAPER=str(page)) as station:
        # Not "printer lost": the simulated one is this process, and keeps its paper as a real one does that is off.
        for ending in (SCANNED, LEFT, SILENT, LOST, CANCELLED):
            station.visit(persona(holder=ON_THE_CARD), TYPED, DETAIL, ending=ending)
            pid = station.process.pid
            looks = [
                searching.look(ending, "memory", places.memory(pid)),
                searching.look(ending, "words", places.told_to_the_system(pid)),
                searching.look(ending, "files", places.files(tmp_path)),
            ]
            assert [look for look in looks if look.found] == []
