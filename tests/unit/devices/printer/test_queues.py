"""Looking for print queues takes lpstat's names, and takes nothing for an answer when it fails or hangs."""

from __future__ import annotations

from devices.printer.queues import print_queues


def test_every_name_becomes_an_address() -> None:
    assert print_queues(("printf", "kiosk\nPhong_2\n")) == (
        "ipp://localhost/printers/kiosk",
        "ipp://localhost/printers/Phong_2",
    )


def test_a_failing_or_missing_program_finds_none() -> None:
    assert print_queues(("false",)) == ()
    assert print_queues(("there-is-no-such-program",)) == ()


def test_a_hanging_program_finds_none() -> None:
    assert print_queues(("sleep", "5"), patience_s=0.1) == ()
