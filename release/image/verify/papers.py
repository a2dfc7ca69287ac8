"""Paper and pages in the booted machine: a printer that speaks IPP and SANE's test scanner run inside it, a person at
its screen prints and scans, and the pages go onto her stick, of which the first is damaged.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from pathlib import Path

from release.image.loader import mtools
from release.image.verify.machine import BootedPc
from release.image.verify.person import PersonAtTheMachine
from release.image.verify.short import OUT, at_first_screen
from release.image.verify.sticks import MOUNTED, formatted
from release.image.verify.visit import HERE, IDLE
from release.verify.machine import wait_for
from release.verify.report import demand, report

PRINTER = "ippeveprinter"
PRINTED = "/srv/printed"
SWITCHED_ON = (
    "place=$(findmnt -rno TARGET | grep '^/run/media/') && "
    f"install -m 755 $place/{PRINTER} /usr/local/bin/ && install -d -m 777 {PRINTED} && "
    "systemctl stop 'kiosk-dvc-stick@*' && "
    f"systemd-run --quiet --unit=printer {PRINTER} -k -d {PRINTED} -p 8631 -n localhost -f application/pdf P && "
    "for tried in $(seq 60); do ipptool -q ipp://localhost:8631/ipp/print get-printer-attributes.test && break; "
    "sleep 1; done && lpadmin -p kiosk -E -v ipp://localhost:8631/ipp/print -m everywhere && lpstat -p kiosk"
)
"""Brought by a stick: the image has no printer in it. Its queue is the one that a technician sets up."""
PAPERS = f"find {PRINTED} -name '*.pdf' -size +4k | wc -l"
SCANNER = (
    "echo test >/etc/sane.d/dll.d/test && sed -i 's/^test-picture .*/test-picture \"Color pattern\"/' "
    '/etc/sane.d/test.conf && printf \'[scanner]\\ndriver = "sane"\\ndevice = "test:0"\\n\' '
    ">>/etc/kiosk-dvc/devices.toml && systemctl restart kiosk-dvc"
)
WRITTEN = "Máy xóa bản quét khi kết thúc"
"""Beside the button's "Chép vào USB", "Đã chép vào USB" of the heading is not told apart by its letters."""
PAGE = r"^ *[0-9]{5,} .*\.pdf$"
"""A line of ntfsls with a file of at least 10 kB; one that is still being written ends in .part."""
PROCEDURE = "Đăng ký tạm trú"
ABSENT = "Chưa thấy USB"
ANOTHER_STICK = "dùng USB khác"
DRAWN = "Chữ to"
"""A choice that is there with the drawn paper: until then the button for printing is grey."""
CUPS_IDLE_S = 75.0
"""Longer than a CUPS that systemd has started waits for somebody before it ends, unless it is told not to."""
RESTART_S = 600.0
PAPER_S = 240.0


def papers(disk: Path, folder: Path) -> None:
    """Printed, scanned, written onto a stick; what a damaged stick is told as."""
    with at_first_screen(disk, folder) as machine:
        person = PersonAtTheMachine(machine, OUT)
        _prints(machine, person)
        _scans(machine, person)


def _prints(machine: BootedPc, person: PersonAtTheMachine) -> None:
    brought = formatted(machine.folder / "stick-printer.img", "fat")
    program = shutil.which(PRINTER)
    demand(program, f"{PRINTER} of Debian's cups-ipp-utils on this PC, to be brought into the machine")
    mtools(0, "mcopy", brought, Path(str(program)), "::")
    machine.control.plug("brought", brought)
    wait_for(lambda: machine.run(MOUNTED).strip() != "", "the stick with the printer", 60)
    machine.run(SWITCHED_ON, seconds=300)
    machine.control.unplug("brought")
    time.sleep(CUPS_IDLE_S)
    person.touches(IDLE, then=PROCEDURE)
    person.touches(PROCEDURE, then=HERE)
    person.touches("In giấy hướng dẫn", then="Bắt đầu in")
    person.waits_for(DRAWN, PAPER_S)
    machine.control.touch(*person.waits_for("Bắt đầu in").middle)
    person.waits_for("In xong", PAPER_S)
    machine.control.picture(OUT / "printed.png")
    demand(machine.run(PAPERS).strip() != "0", "a paper in the printer's tray")
    report("a leaflet printed: CUPS, IPP Everywhere, a printer inside the machine; the screen says where it lies")


def _scans(machine: BootedPc, person: PersonAtTheMachine) -> None:
    machine.run(SCANNER, seconds=120)
    person.waits_for(IDLE, RESTART_S)
    person.touches(IDLE, then=PROCEDURE)
    person.touches(PROCEDURE, then="Quét giấy tờ")
    person.touches("Quét giấy tờ", then="chạm vào từng giấy")
    person.touches("chưa quét", then="Quét trang này")
    machine.control.touch(*person.waits_for("Quét trang này").middle)
    person.waits_for("Xong giấy này", PAPER_S)
    machine.control.picture(OUT / "scanned.png")
    person.touches("Xong giấy này", then="Lấy bản quét")
    person.touches("Lấy bản quét", then="Chép vào USB")
    damaged = formatted(machine.folder / "stick-damaged.img", "damaged")
    machine.control.plug("damaged", damaged)
    machine.control.touch(*person.waits_for("Chép vào USB").middle)
    person.waits_for(ABSENT)
    person.waits_for(ANOTHER_STICK)
    machine.control.picture(OUT / "stick-damaged.png")
    machine.control.unplug("damaged")
    own = formatted(machine.folder / "stick-ntfs.img", "ntfs")
    machine.control.plug("own", own)
    wait_for(lambda: machine.run(MOUNTED).strip() != "", "the person's own stick", 60)
    machine.control.touch(*person.waits_for("Chép vào USB").middle)
    person.waits_for(WRITTEN, PAPER_S)
    machine.control.picture(OUT / "stick-written.png")
    machine.control.unplug("own")
    kept = subprocess.run(["ntfsls", "-l", own], check=True, capture_output=True, text=True).stdout
    demand(re.search(PAGE, kept, re.MULTILINE), f"the scanned page on the stick, whole: {kept}")
    report("a page of SANE's test scanner on an NTFS stick; a damaged one before it told, and another one asked for")
