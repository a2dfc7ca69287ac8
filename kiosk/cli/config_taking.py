"""`kiosk config take`: the folder that the province made for this PC, from a stick, with its keys."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from devices.system.files import overwrite_and_remove, replace_private, replace_settled
from kiosk import paths
from kiosk.cli.faults import refused
from kiosk.cli.help import SpokenCommand
from kiosk.cli.spoken import say
from kiosk.counts.station_keys import PC_NAME, pc_name
from kiosk.i18n import Text
from kiosk.settings import read_settings
from kiosk.stations.making import FILE, KEYS

TAKEN = Text("Máy này là {pc}. Khởi động lại kiosk: sudo systemctl restart kiosk-dvc",
             "This PC is {pc}. Restart the kiosk: sudo systemctl restart kiosk-dvc")  # fmt: skip
KEYS_TAKEN = Text("Khoá đã chép vào máy và đã xoá khỏi {folder}.", "Its keys are here now, and gone from {folder}.")


@click.command("take", cls=SpokenCommand)
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
def take(folder: Path) -> None:
    """Take what `province stations make` made for this PC: FOLDER, like /run/media/sda1/pc-17842-may-1."""
    source = folder / FILE
    if not PC_NAME.fullmatch(folder.name) or not source.is_file():
        raise refused(
            "{folder}: cần thư mục của một máy, như pc-17842-may-1, có {file}.",
            "{folder}: expected the folder of one PC, like pc-17842-may-1, with {file}.",
            folder=folder,
            file=FILE,
        )
    commune = read_settings(overrides=folder).kiosk.commune
    if pc_name(commune.code, commune.station) != folder.name:
        raise refused("{folder}: thiết lập của máy khác.", "{folder}: the settings of another PC.", folder=folder)
    own = paths.config_overrides()
    if (own / FILE).exists():
        shutil.copyfile(own / FILE, own / f"{FILE}.before")
    replace_settled(own / FILE, source.read_bytes())
    say(TAKEN, pc=folder.name)
    if (folder / KEYS).is_dir():
        _take_keys(folder / KEYS)
        say(KEYS_TAKEN, folder=folder / KEYS)


def _take_keys(keys: Path) -> None:
    """Into the state, for the kiosk alone; then off the stick."""
    place = paths.state() / "province"
    for path in sorted(keys.iterdir()):
        replace_private(place / path.name, path.read_bytes())
        overwrite_and_remove(path)
    keys.rmdir()
