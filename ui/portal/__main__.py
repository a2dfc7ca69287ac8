"""`python -m ui.portal`: the second program. Speaks with the kiosk over standard input and output.

Options carry no person: the hosts of every portal family, and where practice portals listen.
"""

from __future__ import annotations

import gc
import os
import sys
from argparse import ArgumentParser

from ui.portal.channel import standard_streams
from ui.portal.flags import host_names, stand_in
from ui.portal.start import Start
from ui.portal.uncaught import tell_no_exception_text

AS_ROOT = (
    "Không mở trang chính thức bằng quyền quản trị (root): khi đó hộp cát của trình duyệt không bảo vệ máy.\n"
    "The official page is not opened as root: the browser's sandbox would protect nothing."
)
NOT_THERE = (
    "Chưa cài phần trình duyệt (PySide6-Addons; gói kiosk-dvc-portal).\n"
    "The browser's part is not installed (PySide6-Addons; the package kiosk-dvc-portal)."
)


def main() -> None:
    """One filing on an official page, with the guide beside it. Ends with 1 where it may not run, with 2 for words
    that it does not know."""
    gc.disable()  # until the program stands: nothing of what is read is ever let go
    asked = _words().parse_args()
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        sys.exit(AS_ROOT)
    incoming, outgoing = standard_streams()
    tell_no_exception_text()
    start = Start(hosts=asked.hosts, stand_ins=tuple(asked.stand_ins), windowed=asked.windowed)
    try:
        from ui.portal.chromium import begun

        app, engine = begun(start, meanwhile="ui.portal.program")
        from ui.portal.program import run
    except ImportError:
        sys.exit(NOT_THERE)
    sys.exit(run(app, engine, start, incoming, outgoing))


def _words() -> ArgumentParser:
    """Of the standard library: a person never types them, and the start of the program is waited for."""
    words = ArgumentParser(prog="kiosk-dvc-portal", description=main.__doc__, allow_abbrev=False)
    words.add_argument(
        "--hosts", type=host_names, required=True, help="Hosts of every portal family, with commas between."
    )
    words.add_argument(
        "--stand-in",
        dest="stand_ins",
        type=stand_in,
        action="append",
        default=[],
        help="IP:PORT for every host, or host=IP:PORT for one.",
    )
    words.add_argument("--windowed", action="store_true", help="A window instead of the full screen.")
    return words


if __name__ == "__main__":
    main()
