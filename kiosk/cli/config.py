"""`kiosk config check | show | set-pin`: are the settings right, which file decided each value, the staff's PIN."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import click
import msgspec

from kiosk import paths
from kiosk.cli.config_places import misplaced
from kiosk.cli.config_taking import take
from kiosk.cli.faults import CommandFault, refused
from kiosk.cli.for_programs import json_option
from kiosk.cli.handed_in import given_clock
from kiosk.cli.help import SpokenGroup, chosen_language
from kiosk.cli.spoken import asked_in_secret, in_one_or_both, one_or_both, say
from kiosk.clock import Clock
from kiosk.counts.events import Role
from kiosk.errors import FaultyFileError
from kiosk.forms.places import read_places
from kiosk.i18n import Language, Text
from kiosk.settings import Settings, read_settings
from kiosk.staff.pin import PinStore, weakness
from kiosk.staff.roles import role_pin_path
from kiosk.toml.fault import FileFault, fault_count

folder = click.option(
    "--overrides",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Folder with this station's own kiosk.toml and devices.toml; default /etc/kiosk-dvc.",
)


_KEY = Text("mã mở khoá: {key}", "key: {key}")
_KEEP_THE_KEY = Text(
    "Chép lại và cất trong văn phòng: mã này mở được phần cán bộ cả khi mã PIN đang bị khoá.",
    "Write it down and keep it in the office: it opens the staff screens even while the PIN is locked.",
)
_PIN_IS_FREE = Text("mã PIN dùng lại được", "the PIN can be used again")
_NEW_PIN = Text("Mã PIN mới, 6 số", "New PIN, 6 digits")
_PIN_IS_SET = Text("đã đặt mã PIN ({place})", "the PIN is set ({place})")
_RIGHT = Text("thiết lập đúng (tệp riêng của trạm: {place})", "settings are right (overrides: {place})")


@click.group(cls=SpokenGroup)
def command() -> None:
    """Check or show the settings and where each came from; set the PIN of the staff screens."""


command.add_command(take)


def _read(overrides: Path | None, language: Language | None = None) -> Settings:
    """The settings; with a fault in them the command ends, and tells all of them."""
    try:
        return read_settings(overrides=overrides)
    except FaultyFileError as error:
        raise _told(error.faults, language) from error


def _told(faults: Sequence[FileFault], language: Language | None) -> CommandFault:
    told = [fault.say(language) if language else fault.in_both() for fault in faults]
    return CommandFault("\n".join([*told, in_one_or_both(fault_count(len(faults)), language)]))


@command.command
@folder
@json_option
@one_or_both()
def check(overrides: Path | None, lang: Language | None, as_json: bool) -> None:
    """Name every fault with its file, key and what was expected, or say that all is right."""
    faults = tuple(_faults_of(overrides))
    if as_json:
        told = [
            {"file": one.file, "key": one.path, "vi": one.say(Language.VI), "en": one.say(Language.EN)}
            for one in faults
        ]
        click.echo(json.dumps({"faults": told}, ensure_ascii=False))
        sys.exit(1 if faults else 0)
    if faults:
        raise _told(faults, lang)
    place = overrides or paths.config_overrides()
    click.echo(in_one_or_both(_RIGHT.filled(place=place), lang))


def _faults_of(overrides: Path | None) -> Sequence[FileFault]:
    """What is wrong with the files; else what is wrong with the place they name."""
    try:
        settings = read_settings(overrides=overrides)
    except FaultyFileError as error:
        return error.faults
    example = read_settings(overrides=paths.shipped_config()).kiosk.commune
    return tuple(misplaced(settings, example, read_places(paths.assets() / "content" / "places")))


@command.command
@folder
@click.option("--json", "as_json", is_flag=True, help="Values and origins as one JSON object.")
def show(overrides: Path | None, as_json: bool) -> None:
    """Every key, its value, and the file that decided it."""
    settings = _read(overrides)
    rows = [(key, _value(settings, key), str(source)) for key, source in sorted(settings.origins.items())]
    if as_json:
        click.echo(json.dumps({k: {"value": v, "from": f} for k, v, f in rows}, ensure_ascii=False, indent=1))
        return
    for key, value, source in rows:
        click.echo(f"{key} = {json.dumps(value, ensure_ascii=False)}    # {source}")


def _value(settings: Settings, key: str) -> object:
    name, _, rest = key.partition(".toml.")
    value: object = msgspec.to_builtins({"kiosk": settings.kiosk, "devices": settings.devices}[name])
    for part in rest.split("."):
        value = value[part] if isinstance(value, dict) else None
    return value


of_role = click.option(
    "--role",
    type=click.Choice([role.value for role in Role]),
    default=Role.TECHNICIAN.value,
    show_default=True,
    help="Whose PIN.",
)


@command.command("set-pin")
@of_role
@given_clock
def set_pin(clock: Clock, role: str) -> None:
    """Set the PIN of the staff screens: asked for twice, never shown, kept as a slow hash."""
    pin = asked_in_secret(_NEW_PIN, twice=True)
    if weak := weakness(pin):
        raise refused(weak.vi, weak.en)
    path = role_pin_path(paths.state(), Role(role))
    key = PinStore(path, clock.seconds).set(pin)
    language = chosen_language(click.get_current_context())
    for said in (_PIN_IS_SET, _KEY, _KEEP_THE_KEY):
        grouped = " ".join(key[at : at + 4] for at in range(0, len(key), 4))
        click.echo(in_one_or_both(said.filled(place=path, key=grouped), language))


@command.command("unlock-pin")
@of_role
@given_clock
def unlock_pin(clock: Clock, role: str) -> None:
    """Take the lock away that wrong PINs have brought; PIN and key stay as they are."""
    PinStore(role_pin_path(paths.state(), Role(role)), clock.seconds).unlock()
    say(_PIN_IS_FREE)
