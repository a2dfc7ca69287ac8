"""The demo: the kiosk over virtual devices, on a display or played without one."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import click

from kiosk import paths
from ui.played.practice import for_practice, what_to_practise_with
from ui.program.station import DEMO_PIXELS_PER_MM, opened, read_settings_or_exit, show, size_of, virtual
from ui.window.app import Shape


def demo_station(
    *, headless: bool, out: Path, persona: str, size: str, setup: Path | None = None, counter: Path | None = None
) -> None:
    """With a display: the kiosk over virtual devices, with a PIN and a stick for practice. Without one: one visit,
    played and recorded in `out`; or the technician's setup, whose settings go to the folder `setup`; or the officer's
    work, whose pictures, papers and files go to the folder `counter`."""
    if headless or not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform == "win32"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        if counter:
            from ui.played.counter import record_counter

            out = counter
            record_counter(counter, persona=persona, size=size_of(size))
        elif setup:
            from ui.played.setup import record_setup

            record_setup(out, setup, persona=persona, size=size_of(size))
        else:
            from ui.played.visit import record_visit

            record_visit(out, persona=persona, size=size_of(size))
        click.echo(what_lies_in(out))
        return
    with tempfile.TemporaryDirectory(prefix="kiosk-demo-") as folder:
        os.environ.setdefault("KIOSK_STATE", folder)
        _settings, station = opened(virtual(read_settings_or_exit(), persona, out))
        if station.demo:
            station.demo.lay_card()
        station = for_practice(station, Path(os.environ["KIOSK_STATE"]), out)
        click.echo(what_to_practise_with(out))
        show(station, Shape(size=size_of(size), pixels_per_mm=DEMO_PIXELS_PER_MM))
    if any(out.glob("*.pdf")):
        click.echo(what_lies_in(out))


def what_lies_in(out: Path) -> str:
    """Where somebody finds what a demonstration has left, in both languages."""
    pictures, papers = len(list(out.glob("*.png"))), len(list(out.glob("*.pdf")))
    return (
        f"{pictures} ảnh màn hình và {papers} tờ in (PDF) nằm trong: {out.resolve()}\n"
        f"{pictures} pictures of the screen and {papers} papers (PDF) lie in: {out.resolve()}"
    )


def personas() -> tuple[str, ...]:
    """The made-up people whose cards the demo has, by name."""
    return tuple(sorted(file.stem for file in (paths.assets() / "demo_cards").glob("*.json")))
