"""`kiosk update now | status`: take the newest signed content, or say what there is and how old.

`now` is what a timer calls at night; it restarts nothing, and ends with 0 when there is nothing new or no source.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

import click

from kiosk import paths
from kiosk.content.fault import ContentError
from kiosk.content.updates import PackFolder, PackVersion, current_pack, update_age, version_of
from kiosk.errors import KioskError, read_failures
from kiosk.i18n import Language, Text
from kiosk.settings import Settings, read_settings

if TYPE_CHECKING:
    from kiosk.content.updates.updating import Outcome

UPDATED = Text(
    vi="Đã nhận nội dung {version}. Trạm dùng từ lần khởi động sau.",
    en="Content {version} is here. The station uses it from its next start.",
)
NOTHING_NEW = Text(vi="Không có gì mới. Nguồn đang có {version}.", en="Nothing new. The source offers {version}.")
NO_SOURCE = Text(
    vi="Chưa đặt nguồn cập nhật (kiosk.toml, updates.source). Dùng --from để lấy từ USB.",
    en="No update source is set (kiosk.toml, updates.source). Use --from for a stick.",
)
STATUS = Text(
    vi="Nội dung {version}, tại {place}. Lần cuối nghe được nguồn: {age}.",
    en="Content {version}, at {place}. The source was last heard: {age}.",
)
AGE = Text(vi="{days} ngày trước", en="{days} days ago")
NEVER = Text(vi="chưa lần nào", en="never")

language = click.option("--lang", type=click.Choice(["vi", "en"]), default="vi", show_default=True, help="Language.")
as_json = click.option("--json", "as_json", is_flag=True, help="One JSON object.")


@click.group
def command() -> None:
    """Take the newest signed content, or show what there is."""


@command.command
@click.option(
    "--from", "place", metavar="PLACE", help="An address or a folder, such as a stick; else updates.source."
)
@language
@as_json
def now(place: str | None, lang: str, as_json: bool) -> None:
    """Look, fetch, verify, unpack, try, and only then switch. The old content stays in every other case."""
    from kiosk.content.updates.updating import NotUpdated

    settings = _settings()
    source = place or settings.kiosk.updates.source
    if not source:
        click.echo(json.dumps({"outcome": "no-source"}) if as_json else NO_SOURCE.say(Language(lang)))
        return
    outcome = _update(source, settings)
    click.echo(json.dumps(_as_json(outcome), ensure_ascii=False) if as_json else _told(outcome, Language(lang)))
    raise SystemExit(1 if isinstance(outcome, NotUpdated) else 0)


def _update(source: str, settings: Settings) -> Outcome:
    from kiosk.content.updates.authority import read_authority
    from kiosk.content.updates.errors import NoAuthorityError
    from kiosk.content.updates.updating import NotUpdated, update

    def trial(content: Path) -> Sequence[str]:
        from kiosk.cli.pack_trial import faults_in

        with tempfile.TemporaryDirectory(prefix="kiosk-trial-") as scratch:
            return faults_in(content, settings, Path(scratch), date.today())  # noqa: DTZ011 - the station's own day

    try:
        root = read_authority(paths.shipped_config() / "trust", paths.config_overrides() / "trust")
    except NoAuthorityError as fault:
        return NotUpdated(code=fault.code, reason=str(fault))
    return update(source, PackFolder(paths.state()), root, trial=trial, shipped=_version(_shipped()))


def _told(outcome: Outcome, language: Language) -> str:
    from kiosk.content.updates.updating import NothingNew, NotUpdated, Updated

    match outcome:
        case Updated():
            return UPDATED.say(language).format(version=outcome.version)
        case NothingNew():
            return NOTHING_NEW.say(language).format(version=outcome.version)
        case NotUpdated():
            failure = read_failures(paths.shipped_config() / "failures.toml")[outcome.code]
            said = (failure.title.say(language), failure.staff.say(language), f"({outcome.code}: {outcome.reason})")
            return "\n".join(said)
    assert_never(outcome)


def _as_json(outcome: Outcome) -> dict[str, str | None]:
    from kiosk.content.updates.updating import NothingNew, NotUpdated, Updated

    match outcome:
        case Updated():
            before = str(outcome.before) if outcome.before else None
            return {"outcome": "updated", "version": str(outcome.version), "before": before}
        case NothingNew():
            return {"outcome": "nothing-new", "version": str(outcome.version)}
        case NotUpdated():
            return {"outcome": "not-updated", "code": outcome.code, "reason": outcome.reason}
    assert_never(outcome)


@command.command
@language
@as_json
def status(lang: str, as_json: bool) -> None:
    """Which content the station reads, from where, and when the source was last heard."""
    said = Language(lang)
    place = current_pack(paths.state(), _shipped())
    version, age = _version(place), update_age(paths.state())
    if as_json:
        source = _settings().kiosk.updates.source
        values = {
            "version": str(version) if version else None,
            "place": str(place),
            "source": source,
            "age_days": age,
        }
        click.echo(json.dumps(values, ensure_ascii=False))
        return
    heard = NEVER.say(said) if age is None else AGE.say(said).format(days=age)
    click.echo(STATUS.say(said).format(version=version or "?", place=place, age=heard))


def _shipped() -> Path:
    return paths.assets() / "content"


def _version(pack: Path) -> PackVersion | None:
    try:
        return version_of(pack)
    except ContentError:
        return None


def _settings() -> Settings:
    try:
        return read_settings()
    except KioskError as fault:
        raise click.ClickException(str(fault)) from fault
