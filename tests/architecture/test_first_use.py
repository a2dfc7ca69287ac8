"""Where somebody stumbled in the first hour: each stumble has its test, found by its name, and a few are played here.

A row of `STUMBLES` says what was tried and went wrong, and which tests hold that it is mended.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from PySide6.QtCore import QObject
from PySide6.QtQuick import QQuickWindow

from kiosk.cli.faults import told
from tests.fuzz.__main__ import main as fuzz
from tests.promises.__main__ import main as promises
from ui.__main__ import kiosk
from ui.audit import run
from ui.audit.audit_run import AuditRun
from ui.program.station import application

ROOT = Path(__file__).resolve().parents[2]
STUMBLES = {
    "the suite failed on another day": (
        "tests/architecture/test_clock.py::test_nobody_but_the_clock_reads_the_system_s_clock",
        # ./station days plays this one on other days
        "tests/journeys/test_visit.py::test_a_card_becomes_a_declaration_and_a_leaflet_over_the_virtual_devices",
    ),
    "a station of another commune printed the example's address": (
        "tests/unit/kiosk/cli/test_config_places.py::test_offices_are_named_after_the_commune_where_they_are_not_given",
        "tests/unit/kiosk/cli/test_config_places.py::test_what_does_not_belong_together_is_named",
        (
            "tests/unit/kiosk/stations/test_stations.py::"
            "test_the_settings_of_a_station_are_its_own_communes_and_never_the_examples"
        ),
    ),
    "the acceptance sheet was headed with the example": (
        "tests/journeys/test_staff.py::test_the_technician_sets_a_station_up_from_commune_to_acceptance",
    ),
    "counts never went up by themselves": (
        "tests/unit/release/test_units.py::test_what_runs_by_itself_is_wanted_by_the_kiosk",
        "tests/fresh/test_province_guide.py::test_the_guide_of_the_province_is_typed_from_its_first_line_to_its_last",
    ),
    "the silent PCs had no last day": (
        "tests/fresh/test_province_guide.py::test_the_guide_of_the_province_is_typed_from_its_first_line_to_its_last",
    ),
    "no documented command of the province worked with peer login": (
        "tests/fresh/test_province_guide.py::test_the_guide_of_the_province_is_typed_from_its_first_line_to_its_last",
        "tests/fresh/test_province_guide.py::test_a_server_of_other_databases_is_refused_and_left_as_it_is",
    ),
    "a half environment stayed half for ever": (
        "tests/fresh/test_venv.py::test_cut_while_python_makes_it_it_is_made_anew",
        "tests/unit/bootstrap/test_venv.py::test_an_environment_without_pip_and_without_the_mark_is_half_too",
    ),
    "a package that Debian 13 renamed was asked for at each start": (
        "tests/unit/bootstrap/test_debian.py::test_a_package_that_debian_13_renamed_is_there_by_what_it_provides",
    ),
    "--out landed in the project's folder": (
        "tests/unit/bootstrap/test_entrance.py::test_the_program_runs_in_the_callers_folder",
    ),
    "a printer that is not there was waited for": (
        "tests/unit/kiosk/doctor/test_paper.py::test_without_a_printer_nothing_is_waited_for",
        "tests/unit/kiosk/cli/test_counts.py::test_without_a_printer_the_sheet_is_not_waited_for",
    ),
    "the package could not be installed without a network": (
        (
            "tests/fresh/test_stick.py::"
            "test_a_bare_debian_without_network_installs_from_the_folder_and_only_from_one_that_is_whole"
        ),
    ),
    "an ordinary user got a traceback": (
        "tests/architecture/test_first_use.py::test_who_may_not_read_is_told_to_use_sudo",
    ),
    "simulated devices counted as ready": (
        (
            "tests/unit/kiosk/station/test_checks.py::"
            "test_a_station_whose_own_settings_name_simulated_devices_needs_attention"
        ),
    ),
    "the day on which a release runs out was not shown": (
        "tests/unit/kiosk/cli/test_publish.py::test_the_status_tells_the_first_day_on_which_something_runs_out",
    ),
    "a command that found nothing ended well": (
        "tests/unit/kiosk/cli/test_help.py::test_what_was_typed_wrong_is_told_in_both_languages_and_ends_with_two",
        "tests/unit/kiosk/cli/test_help.py::test_what_cannot_be_done_is_one_sentence_and_ends_with_one",
        "tests/unit/kiosk/cli/test_for_programs.py::test_what_came_to_nothing_ends_with_one_for_people_and_for_programs",
        "tests/architecture/test_first_use.py::test_an_audit_of_a_screen_that_is_not_there_is_one_sentence",
        "tests/architecture/test_first_use.py::test_a_developer_s_tool_that_was_asked_for_nothing_it_has_ends_with_two",
    ),
    "a bad folder ended in a traceback": (
        "tests/architecture/test_first_use.py::test_a_place_that_cannot_be_written_is_one_sentence",
    ),
    "an update from a stick, a tampered one, a purge: as they should be": (
        "tests/devices/test_updates.py::test_a_stick_brings_the_same_without_a_network",
        "tests/devices/test_updates.py::test_a_changed_or_cut_file_is_refused",
        "tests/devices/test_updates.py::test_files_of_two_releases_mixed_are_refused",
        "tests/unit/release/test_purge.py::test_a_purge_leaves_nothing_of_ours_and_all_of_others",
        "tests/fresh/test_stick.py::purged_without_a_trace",
    ),
    "a path with spaces and marks: as it should be": (
        "tests/unit/bootstrap/test_entrance.py::test_the_program_runs_in_the_callers_folder",
        "tests/fresh/test_newcomer.py::test_who_has_no_rights_is_told_the_line_that_works_and_a_cut_mends_itself",
        "tests/fresh/test_newcomer.py::test_the_second_time_needs_no_network",
    ),
    "a fact was checked before its source existed": (
        "tests/unit/kiosk/cli/test_plain_rules.py::test_a_planted_fault_is_named",
    ),
    "a visitor read the technician's ladder": (
        "tests/unit/ui/view_models/test_ladder.py::test_words_come_from_the_failure_book_and_the_staff_sees_the_code",
        (
            "tests/journeys/test_faults_in_the_window.py::"
            "test_a_card_lifted_midway_is_put_back_and_the_reading_goes_on"
        ),
    ),
    "the caution of an OTP step spoke of a password": (
        "tests/unit/ui/view_models/test_guide.py::test_the_caution_of_a_secret_step_names_the_secret_of_that_step",
    ),
}


@pytest.mark.parametrize("stumble", STUMBLES)
def test_each_stumble_of_the_first_hour_has_its_test(stumble: str) -> None:
    for where in STUMBLES[stumble]:
        file, _, name = where.partition("::")
        assert re.search(rf"^def {name}\(", (ROOT / file).read_text("utf-8"), re.MULTILINE), where


def test_who_may_not_read_is_told_to_use_sudo() -> None:
    said = told(PermissionError(13, "Permission denied", "/var/lib/kiosk-dvc/counts.sqlite"))
    assert "/var/lib/kiosk-dvc/counts.sqlite" in said
    assert "sudo" in said
    assert "Errno" not in said


@pytest.mark.parametrize("word", ["--help", "--version", "manual"])
def test_what_cannot_be_written_to_a_full_disk_is_no_traceback(word: str) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-P", "-m", "ui", "--lang", "en", word],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert "The disk is full." in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("doctor", "--report", "/proc/nowhere/readiness.pdf"),
        ("gallery", "--out", "/proc/nowhere/pictures"),
        ("demo", "--headless", "--out", "/proc/nowhere/visit"),
    ],
    ids=" ".join,
)
def test_a_place_that_cannot_be_written_is_one_sentence(words: tuple[str, ...], tmp_path: Path) -> None:
    assert_one_sentence(words, tmp_path)


def test_an_audit_of_a_screen_that_is_not_there_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def short_tour(*_: object) -> Iterator[tuple[AuditRun, Iterator[str]]]:
        yield AuditRun(window=QQuickWindow(), look=QObject(), variants=()), iter(("idle", "home"))

    application()
    monkeypatch.setattr(run, "touring", short_tour)
    assert_one_sentence(("audit", "--small", "--only", "nope"), tmp_path)


@pytest.mark.parametrize(
    ("tool", "words"), [(fuzz, ("--only", "nope")), (promises, ("--run", "nope"))], ids=["fuzz", "promises"]
)
def test_a_developer_s_tool_that_was_asked_for_nothing_it_has_ends_with_two(
    tool: click.Command, words: tuple[str, ...]
) -> None:
    done = CliRunner().invoke(tool, list(words))
    assert (done.exit_code, done.stdout) == (2, "")
    assert "nope" in done.stderr


def assert_one_sentence(words: tuple[str, ...], folder: Path) -> None:
    environment = {"KIOSK_STATE": str(folder), "KIOSK_CONFIG": str(folder)}
    done = CliRunner().invoke(kiosk, list(words), env=environment, prog_name="kiosk-dvc")
    assert done.exit_code in (1, 2)
    assert isinstance(done.exception, SystemExit), "the fault was told, and did not get through"
    assert 1 <= len(done.stderr.strip().splitlines()) <= 3


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("run",), 1, "There is no screen here"),
    ],
)
def test_without_a_screen_nothing_is_ended_by_qt(
    words: tuple[str, ...], code: int, said: str, tmp_path: Path
) -> None:
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    around = {name: value for name, value in os.environ.items() if name not in screens}
    own = {"KIOSK_STATE": str(tmp_path), "KIOSK_CONFIG": str(tmp_path), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-P", "-m", "ui", "--lang", "en", *words],
        cwd=ROOT,
        env=around | own,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
