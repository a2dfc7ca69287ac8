"""`python -m ui.portal`: the second program. Speaks with the kiosk over standard input and output.

Options carry no person: the hosts of every portal family, and where practice portals listen.
"""

from __future__ import annotations

import os
import sys

import click

from ui.portal.channel import standard_streams
from ui.portal.flags import HostError, host_names, stand_in
from ui.portal.uncaught import tell_no_exception_text

AS_ROOT = (
    "Không mở trang chính thức bằng quyền quản trị (root): khi đó hộp cát của trình duyệt không bảo vệ máy.\n"
    "The official page is not opened as root: the browser's sandbox would protect nothing."
)
NOT_THERE = (
    "Chưa cài phần trình duyệt (PySide6-Addons; gói kiosk-dvc-portal).\n"
    "The browser's part is not installed (PySide6-Addons; the package kiosk-dvc-portal)."
)


@click.command()
@click.option("--hosts", required=True, help="Hosts of every portal family, with commas between.")
@click.option("--stand-in", "stand_ins", multiple=True, help="IP:PORT for every host, or host=IP:PORT for one.")
@click.option("--windowed", is_flag=True, help="A window instead of the full screen.")
def main(*, hosts: str, stand_ins: tuple[str, ...], windowed: bool) -> None:
    """One filing on an official page, with the guide beside it."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        raise click.ClickException(AS_ROOT)
    try:
        names, places = host_names(hosts), tuple(map(stand_in, stand_ins))
    except HostError as fault:
        raise click.BadParameter(str(fault)) from fault
    incoming, outgoing = standard_streams()
    tell_no_exception_text()
    try:
        from ui.portal.program import run
        from ui.portal.start import Start
    except ImportError as fault:
        raise click.ClickException(NOT_THERE) from fault
    sys.exit(run(Start(hosts=names, stand_ins=places, windowed=windowed), incoming, outgoing))


if __name__ == "__main__":
    main()
