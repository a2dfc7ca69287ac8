"""The technician's first setup in the installed system: by hand, by screen, and the settings that are left.

The screens are played by `demo --setup` in the kiosk's own unit: user, namespaces, system calls and write paths are
the shipped ones; only the command is another. First the technician writes `devices.toml` as root, as the guide says.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from release.verify.machine import Machine, wait_for
from release.verify.report import demand, report

PLAYED = "/run/systemd/system/kiosk-dvc.service.d/zz-setup.conf"
INSTEAD = """[Service]
Type=simple
WatchdogSec=0
Restart=no
RuntimeDirectoryPreserve=yes
ExecStart=
ExecStart={screen} demo --headless --setup /etc/kiosk-dvc --out /run/kiosk-dvc/setup --size 720x1280
"""
BY_HAND = '[scanner]\\ndriver = "simulator"\\n'
SETTINGS = "/etc/kiosk-dvc"


def settings_by_hand_and_by_screen(machine: Machine, screen: str, out: Path) -> None:
    """`screen` is the start of the command under which the kiosk's window opens; pictures go to `out`."""
    rights = machine.run(f"stat -c '%a %U:%G' {SETTINGS} {SETTINGS}/kiosk.toml {SETTINGS}/devices.toml").splitlines()
    demand(rights == ["775 root:kiosk", "664 kiosk:kiosk", "664 kiosk:kiosk"], f"rights of the settings: {rights}")
    machine.run(f"printf '{BY_HAND}' | tee {SETTINGS}/devices.toml >/dev/null")
    _play(machine, screen, out)
    decided = json.loads(machine.run("kiosk-dvc config show --json"))
    wanted = {
        "kiosk.toml.commune.name.vi": "Xã Vân Tụ",
        "devices.toml.scanner.driver": "simulator",
    }
    for key, value in wanted.items():
        demand(decided[key]["value"] == value, f"{key} = {value}: {decided[key]}")
    scale = decided["devices.toml.display.pixels_per_millimetre"]
    demand(scale["from"] == f"{SETTINGS}/devices.toml", f"the ruler's scale in {SETTINGS}: {scale}")
    demand("right" in machine.run("kiosk-dvc config check"), "settings that are right")
    owner = machine.run(f"stat -c '%U' {SETTINGS}/kiosk.toml").strip()
    report(
        f"first setup played on the screen in the hardened unit: {len(list(out.glob('*.png')))} pictures, acceptance "
        f"sheet printed; it wrote {SETTINGS}/kiosk.toml as {owner} and kept what root had written in devices.toml"
    )
    _pin(machine)
    _scan(machine)


def _play(machine: Machine, screen: str, out: Path) -> None:
    machine.run("systemctl stop kiosk-dvc.service")
    place = machine.opened / PLAYED.removeprefix("/")
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(INSTEAD.format(screen=screen))
    machine.run(
        "systemctl daemon-reload; systemctl reset-failed kiosk-dvc.service; systemctl start kiosk-dvc.service"
    )
    pictures = machine.opened / "run/kiosk-dvc/setup"
    wait_for(lambda: _over(machine), "the end of the setup", 180)
    shutil.copytree(pictures, out)
    journal = machine.run("journalctl -b -u kiosk-dvc.service --no-pager -n 30 -o cat")
    demand((out / "visit.json").exists(), f"a setup played to its end:\n{journal}")
    machine.run(
        f"rm -r /run/kiosk-dvc/setup {Path(PLAYED).parent}; "
        "systemctl daemon-reload; systemctl reset-failed kiosk-dvc.service; systemctl start kiosk-dvc.service"
    )


def _over(machine: Machine) -> bool:
    return machine.run("systemctl is-active kiosk-dvc.service", check=False).strip() in ("inactive", "failed")


def _pin(machine: Machine) -> None:
    machine.run("printf '204617\\n204617\\n' | setsid -w kiosk-dvc config set-pin 2>/dev/null")
    kept = machine.run("find /var/lib/kiosk-dvc -name '*pin*' -printf '%u %m'").strip()
    demand(kept == "kiosk 600", f"the PIN's file for the kiosk alone: {kept!r}")
    report("the PIN is set by command and lies in the state, for the kiosk's user alone")


def _scan(machine: Machine) -> None:
    machine.run("kiosk-dvc scan page --out /var/lib/kiosk-dvc/page.pdf || test $? = 2")
    head = machine.run("head -c 5 /var/lib/kiosk-dvc/page.pdf; rm /var/lib/kiosk-dvc/page.pdf")
    demand(head == "%PDF-", "a scanned page as PDF")
    report("a page of the virtual scanner became a PDF")
