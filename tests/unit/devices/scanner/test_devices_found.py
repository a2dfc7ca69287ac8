"""Looking for scanners takes SANE's names and nothing else that scanimage says."""

from __future__ import annotations

from devices.scanner.devices_found import sane_scanners


def test_names_are_taken_line_by_line() -> None:
    told = "airscan:e0:ACME MFP\npixma:04A9\n\nNo scanners were identified\n"
    assert sane_scanners(("printf", told)) == ("airscan:e0:ACME MFP", "pixma:04A9")


def test_a_failing_missing_or_hanging_program_finds_none() -> None:
    assert sane_scanners(("false",)) == ()
    assert sane_scanners(("there-is-no-such-program",)) == ()
    assert sane_scanners(("sleep", "5"), patience_s=0.1) == ()
