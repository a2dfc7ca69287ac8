"""The bootable image from its kernel's start to its first screen, its memory then, and each against what it may take.

The machine is computed (TCG), so seconds by the wall mean something on two quiet cores only; the processor seconds of
QEMU are told beside them. Needs an image: `./station image` first. Run: `./station bench image --json`.
"""

from __future__ import annotations

import json
import sys
from contextlib import redirect_stdout

import click

from release.__main__ import PACKAGES
from release.debian import version
from release.image.__main__ import MOST_MB
from release.image.root import WORK
from release.image.slot import read_slot
from release.image.verify.machine import MEMORY_THERE, OF_ITS_OWN, BootedPc, is_there, loaded_directly
from release.image.verify.short import starts, weighs

MOST = {"first_screen_s": 60.0, "kiosk_mb": 250.0, "system_mb": 350.0, "download_mb": float(MOST_MB)}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def main(as_json: bool) -> None:
    """Figures, and each as a ratio of what it may be at most."""
    disk, folder = PACKAGES / f"kiosk-image_{version()}_amd64.img", WORK / "made"
    if not disk.exists() or not is_there():
        raise click.ClickException("no image or no QEMU: nothing was measured. ./station image")
    words = [*MEMORY_THERE, *loaded_directly(read_slot(folder), folder)]
    with redirect_stdout(sys.stderr), BootedPc(disk, folder, words, written=OF_ITS_OWN) as machine:
        found = {"first_screen_s": starts(machine), "processor_s": machine.processor_seconds()}
        found["kiosk_mb"], found["system_mb"] = weighs(machine)
    packed = disk.with_name(f"{disk.name}.gz")
    if packed.exists():
        found["download_mb"] = packed.stat().st_size / 1e6
    figures = {name: round(value, 1) for name, value in found.items()}
    ratios = {f"{name}_ratio": round(found[name] / most, 2) for name, most in MOST.items() if name in found}
    if as_json:
        click.echo(json.dumps({**figures, **ratios}))
    else:
        for name, value in {**figures, **ratios}.items():
            click.echo(f"{name:22} {value}")


if __name__ == "__main__":
    main()
