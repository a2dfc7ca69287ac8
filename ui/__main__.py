"""The program: every command of `kiosk.cli`, and those that need a window, imported only when called.

Until the window is there Python looks for no garbage: a start makes only what stays. `ui.window.app` lets it look
again.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

import click

from kiosk.cli import kiosk
from kiosk.cli.faults import refused, wrong_use
from kiosk.cli.spoken import say
from kiosk.i18n import Text

SIZE = click.option("--size", default="1080x1920", show_default=True, help="Window in pixels, WIDTHxHEIGHT.")


@kiosk.command()
@click.option("--windowed", is_flag=True, help="A window instead of the full screen.")
@SIZE
def run(*, windowed: bool, size: str) -> None:
    """Open what this PC shows: the kiosk of the station, or its notices."""
    gc.disable()
    from ui.program.plain_imports import take_back

    take_back()
    from kiosk.settings import Duty
    from ui.program.station import read_settings_or_exit, run_station

    settings = read_settings_or_exit()
    if settings.devices.display.shows is Duty.KIOSK:
        run_station(settings, size=size, windowed=windowed)
    else:
        from ui.program.pano import run_pano

        run_pano(settings, size=size, windowed=windowed)


@kiosk.command()
@click.option("--windowed", is_flag=True, help="A window instead of the full screen.")
@click.option("--size", default="1920x1080", show_default=True, help="Window in pixels, WIDTHxHEIGHT.")
def pano(*, windowed: bool, size: str) -> None:
    """Show the notices of this station on a television or an LED panel; nothing there is touched."""
    from ui.program.pano import run_pano
    from ui.program.station import read_settings_or_exit

    run_pano(read_settings_or_exit(), size=size, windowed=windowed)


@kiosk.command()
@click.option("--headless", is_flag=True, help="Play one whole visit without a display.")
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("demo"), show_default=True, help="For --headless."
)
@click.option("--persona", default="nguyen-van-an", show_default=True, help="A file of assets/demo_cards.")
@click.option(
    "--setup",
    type=click.Path(path_type=Path, file_okay=False),
    help="With --headless: play the technician's setup instead, and write its settings into this folder.",
)
@click.option(
    "--counter",
    type=click.Path(path_type=Path, file_okay=False),
    help="With --headless: play the officer's work instead, and leave its pictures and files in this folder.",
)
@SIZE
def demo(*, headless: bool, out: Path, persona: str, setup: Path | None, counter: Path | None, size: str) -> None:
    """Open the kiosk with virtual devices, or play one visit and leave its pictures, papers and report."""
    gc.disable()
    from ui.played.demo import demo_station, personas

    if persona not in personas():
        known = ", ".join(personas())
        raise refused(
            "Không có thẻ mẫu “{name}”. Có: {known}.", "There is no persona “{name}”. There are: {known}.",
            name=persona, known=known,
        )  # fmt: skip
    demo_station(headless=headless, out=out, persona=persona, size=size, setup=setup, counter=counter)


@kiosk.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("docs/pictures"),
    show_default=True,
    help="Folder for the pictures.",
)
def gallery(*, out: Path) -> None:
    """Write the pictures that README and manual use."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.audit.gallery import write_toured
    from ui.played.gallery import write_gallery
    from ui.played.pano_picture import write_pano

    write_gallery(out)
    write_pano(out)
    write_toured(out)


@kiosk.command()
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("out/audit"),
    show_default=True,
    help="Folder for the pictures.",
)
@click.option("--small", is_flag=True, help="The corners of the matrix; no pictures unless --out is given.")
@click.option("--only", default="", help="Only screens whose name contains this.")
@click.option(
    "--theme",
    "themes",
    type=click.Choice(["light", "dark", "high-contrast"]),
    multiple=True,
    help="Only in these colours; may be given again.",
)
@click.option(
    "--resolution",
    "resolutions",
    type=click.Choice(["1080x1920", "1920x1080", "1366x768", "1280x800"]),
    multiple=True,
    help="Only at this size; may be given again.",
)
@click.option("--resume", is_flag=True, help="Go on where the last run into the same folder stopped.")
@click.pass_context
def audit(
    context: click.Context,
    *,
    out: Path,
    small: bool,
    only: str,
    themes: tuple[str, ...],
    resolutions: tuple[str, ...],
    resume: bool,
) -> None:
    """Look at every screen in every size, theme, language and resolution; end with 1 when anything is wrong.

    Each stop is told and kept as soon as it was judged: a run that is cut goes on with --resume.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from ui.audit.audit_run import chosen_variants
    from ui.audit.report import stop_line, table
    from ui.audit.run import audit as look

    chosen = context.get_parameter_source("out") is not click.core.ParameterSource.DEFAULT
    kept = out if chosen or not small else None
    variants = chosen_variants(small=small, themes=themes, resolutions=resolutions)
    if not variants:
        raise wrong_use("Không có cách nhìn nào như đã chọn.", "No look is like what was chosen.")
    examination = look(
        kept, variants, only=only, going_on=resume, tell=lambda judged: click.echo(stop_line(judged), err=True)
    )
    if not examination.stops:
        raise wrong_use("Không có màn hình nào mang tên “{only}”.", "No screen has a name with “{only}”.", only=only)
    click.echo(table(examination))
    context.exit(1 if examination.seen else 0)


@kiosk.command()
def compile() -> None:  # noqa: A001 the command's name
    """Compile the pages where they lie; part of installing."""
    from ui.window.compiled import compile_pages

    say(Text("đã biên dịch {number} trang", "{number} pages compiled"), number=compile_pages())


def main() -> None:
    """Every command. The one that serves visitors overwrites what it frees, from its first moment."""
    if sys.argv[1:2] == ["run"]:
        from ui.program.freed_memory import overwrite_what_is_freed

        overwrite_what_is_freed()
    kiosk(prog_name="kiosk-dvc")


if __name__ == "__main__":
    main()
