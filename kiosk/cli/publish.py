"""`kiosk publish keys | init | pack | program | system | renew | sign | drop | release | status`: the province signs.

The folder REPO travels between the key holders; its `public` part is copied to a web server or a stick. There is no
server of ours, no passphrase is ever an argument, and neither keys nor REPO may lie in the program's own folder.
"""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

import click
from securesystemslib.signer import CryptoSigner

from kiosk import paths
from kiosk.cli import publish_words as words
from kiosk.cli.faults import CommandFault, as_chosen, refused, wrong_use
from kiosk.cli.for_programs import json_option
from kiosk.cli.handed_in import given_clock
from kiosk.cli.help import SpokenGroup, chosen_language
from kiosk.cli.progress import waiting
from kiosk.cli.spoken import asked_in_secret, in_one_or_both
from kiosk.clock import Clock
from kiosk.content.pack import Pack
from kiosk.content.updates.publishing.drafts import Repository, draft_root
from kiosk.content.updates.publishing.keys import make_key, public_key, signer
from kiosk.content.updates.publishing.offers import (
    draft_pack,
    draft_program,
    draft_renewal,
    draft_stations,
    draft_system,
)
from kiosk.content.updates.publishing.publisher import SignedRole, drop_draft, sign_draft
from kiosk.content.updates.publishing.release import DAYS, release
from kiosk.content.updates.publishing.standing import standing
from kiosk.i18n import Language, Text
from kiosk.settings import read_settings
from kiosk.stations import central
from kiosk.toml.fault import FileFault


def _outside_the_program(_context: click.Context, _parameter: click.Parameter, place: Path) -> Path:
    """An update replaces the program's folder, and a copy of it would carry keys along."""
    if Path(os.path.realpath(place)).is_relative_to(paths.program()):
        raise wrong_use(
            "{place}: nằm trong thư mục của chương trình. Chọn chỗ khác, ví dụ {instead}",
            "{place}: lies in the program's own folder. Choose another place, such as {instead}",
            place=place,
            instead=Path("~/kiosk-content") / place.name,
        )
    return place


folder = click.Path(path_type=Path, file_okay=False)
file = click.Path(path_type=Path, dir_okay=False)
repository = click.argument("repo", type=folder, callback=_outside_the_program)
kept = click.argument("repo", type=click.Path(path_type=Path, file_okay=False, exists=True))
key_file = click.option("--key", required=True, type=file, help="A NAME.pem; its passphrase is asked for.")


@click.group(cls=SpokenGroup)
def command() -> None:
    """Sign and release content packs."""


@command.command
@click.argument("place", metavar="DIR", type=folder, callback=_outside_the_program)
@click.argument("name")
def keys(place: Path, name: str) -> None:
    """Make one key: NAME.pem, encrypted, for one holder alone; NAME.pub, to be handed in."""
    made = make_key(place, name, asked_in_secret(words.NEW_PASSPHRASE, twice=True))
    _say(words.KEY_MADE, private=made.private, public=made.public)


@command.command
@repository
@click.option(
    "--root", "roots", multiple=True, required=True, type=file, help="A .pub; three or more. Two must sign."
)
@click.option(
    "--targets", "packers", multiple=True, required=True, type=file, help="A .pub; two or more. Two must sign."
)
@click.option("--online", required=True, type=file, help="The .pub of the PC that releases.")
@given_clock
def init(clock: Clock, repo: Path, roots: tuple[Path, ...], packers: tuple[Path, ...], online: Path) -> None:
    """Name the keys: drafts the first root, or the next one when a key was lost or changed hands."""
    root_keys, packer_keys = [public_key(path) for path in roots], [public_key(path) for path in packers]
    version = draft_root(_opened(repo, clock), root_keys, packer_keys, public_key(online), clock.utc())
    _say(words.DRAFTED, what=f"root {version}", repo=repo, role="root")


@command.command
@click.argument("content", type=click.Path(path_type=Path, file_okay=False, exists=True))
@repository
@given_clock
def pack(clock: Clock, content: Path, repo: Path) -> None:
    """Try the folder CONTENT as stations will, pack it, and draft its release. Its version stands in pack.toml.

    What is over and has nothing that follows it is named; it hides itself and does not stop the release.
    """
    from kiosk.cli.pack_check import check_pack
    from kiosk.cli.pack_trial import faults_in

    settings = read_settings(paths.shipped_config(), paths.assets())
    with waiting():
        checked = check_pack(Pack(content), clock.today())
    if checked.faults:
        raise CommandFault("\n".join(_fault_in_words(each) for each in checked.faults))
    with waiting(), tempfile.TemporaryDirectory(prefix="kiosk-trial-") as scratch:
        if faults := faults_in(content, settings, Path(scratch), clock):
            raise CommandFault("\n".join(faults))
    for expired in checked.expired:
        click.echo(_fault_in_words(expired), err=True)
    place = _opened(repo, clock)
    try:
        version = draft_pack(place, content, clock.utc())
    except ValueError as fault:  # a file's name that no archive takes
        raise as_chosen(fault) from fault
    _say(words.DRAFTED, what=f"content {version}", repo=repo, role="targets")


@command.command
@click.argument("package", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@repository
@given_clock
def program(clock: Clock, package: Path, repo: Path) -> None:
    """Draft a release that offers the program PACKAGE (its .deb, or for Windows its .exe) beside the content."""
    name = draft_program(_opened(repo, clock), package, clock.utc())
    _say(words.DRAFTED, what=name, repo=repo, role="targets")


@command.command
@click.argument("slot", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@repository
@given_clock
def system(clock: Clock, slot: Path, repo: Path) -> None:
    """Draft a release that offers the bootable image's system SLOT (kiosk-system_VERSION_amd64.tar) too."""
    name = draft_system(_opened(repo, clock), slot, clock.utc())
    _say(words.DRAFTED, what=name, repo=repo, role="targets")


@command.command
@click.argument("settings", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@repository
@given_clock
def stations(clock: Clock, settings: Path, repo: Path) -> None:
    """Draft a release that gives stations the SETTINGS which `province stations make` wrote (stations.json)."""
    content = settings.read_bytes()
    named = len(central.decoded(content))
    draft_stations(_opened(repo, clock), content, clock.utc())
    _say(words.DRAFTED, what=f"stations.json ({named})", repo=repo, role="targets")


@command.command
@repository
@given_clock
def renew(clock: Clock, repo: Path) -> None:
    """Draft the released content for another year, without changing it."""
    draft_renewal(_opened(repo, clock), clock.utc())
    _say(words.DRAFTED, what="targets", repo=repo, role="targets")


@command.command("sign")
@repository
@click.argument("role", type=click.Choice([role.value for role in SignedRole]))
@key_file
@given_clock
def sign_as(clock: Clock, repo: Path, role: str, key: Path) -> None:
    """Sign what is drafted for ROLE, after showing what it is."""
    place = _opened(repo, clock)
    for draft in standing(place, clock.utc()).waiting:
        if draft.role == role:
            _say_each(words.draft_in_words(draft))
    lacking = sign_draft(place, SignedRole(role), _unlocked(key))
    _say(words.SIGNED if lacking else words.SIGNED_ALL, lacking=lacking)


@command.command
@repository
@click.argument("role", type=click.Choice([role.value for role in SignedRole]))
def drop(repo: Path, role: str) -> None:
    """Give up what is drafted for ROLE: it is never released. What is out stays."""
    place = Repository(repo)
    if not drop_draft(place, SignedRole(role)):
        raise refused("{role}: không có bản soạn nào.", "{role}: nothing is drafted.", role=role)
    _say(words.DROPPED, role=role)


@command.command("release")
@repository
@key_file
@click.option("--days", default=DAYS, show_default=True, type=click.IntRange(1, 400), help="Believed for so long.")
@click.option("--only-renew", is_flag=True, help="Renew what is out; what is drafted waits on.")
@given_clock
def release_drafts(clock: Clock, repo: Path, key: Path, days: int, only_renew: bool) -> None:
    """Put what is signed into REPO/public; without a draft, renew what is out. Run it before the days are over."""
    place, public = _opened(repo, clock), repo / "public"
    number = release(place, _unlocked(key), clock.utc(), days, with_drafts=not only_renew)
    _say(words.RELEASED, number=number, public=public, root=public / "metadata" / "1.root.json")


@command.command
@kept
@json_option
@given_clock
def status(clock: Clock, repo: Path, as_json: bool) -> None:
    """What is out, until when, what waits for signatures, and the first day on which something runs out."""
    now = clock.utc()
    found = standing(Repository(repo), now)
    if not found.out and not found.waiting:
        raise refused(
            "{repo}: chưa phát hành gì, cũng chưa soạn gì.", "{repo}: nothing is released or drafted.", repo=repo
        )
    first = found.first_to_end
    if as_json:
        click.echo(json.dumps(words.standing_as_json(found)))
    else:
        _say_each(words.standing_in_words(found, ended=first is not None and first.until <= now))


def _opened(repo: Path, clock: Clock) -> Repository:
    """The folder; what was drafted there and abandoned is given up first, and said."""
    place = Repository(repo)
    for role in place.give_up_drafts(clock.utc()):
        click.echo(_in_words(words.GIVEN_UP.filled(role=role)), err=True)
    return place


def _unlocked(key: Path) -> CryptoSigner:
    return signer(key, asked_in_secret(words.PASSPHRASE, key=key.name))


def _say(text: Text, **gaps: object) -> None:
    click.echo(_in_words(text.filled(**gaps)))


def _say_each(lines: Iterable[Text]) -> None:
    for line in lines:
        click.echo(_in_words(line))


def _fault_in_words(fault: FileFault) -> str:
    language = chosen_language(click.get_current_context())
    return fault.say(language) if language else fault.in_both()


def _in_words(text: Text) -> str:
    language = chosen_language(click.get_current_context())
    return in_one_or_both(text, language or Language.VI)
