"""`kiosk publish keys | init | pack | program | renew | sign | release | status`: the province's side of updates.

The folder REPO travels between the key holders; its `public` part is copied to a web server or a stick. There is no
server of ours, and no passphrase is ever an argument.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click
from securesystemslib.signer import CryptoSigner

from kiosk import paths
from kiosk.cli.faults import refused
from kiosk.cli.handed_in import given_clock
from kiosk.cli.help import SpokenGroup
from kiosk.clock import Clock
from kiosk.content.pack import Pack
from kiosk.content.updates.publishing.drafts import Repository, draft_root
from kiosk.content.updates.publishing.keys import make_key, public_key, signer
from kiosk.content.updates.publishing.offers import draft_pack, draft_program, draft_renewal
from kiosk.content.updates.publishing.publisher import SignedRole, out, sign_draft, waiting
from kiosk.content.updates.publishing.release import DAYS, release
from kiosk.settings import read_settings

folder = click.Path(path_type=Path, file_okay=False)
file = click.Path(path_type=Path, dir_okay=False)
repository = click.argument("repo", type=folder)
kept = click.argument("repo", type=click.Path(path_type=Path, file_okay=False, exists=True))
key_file = click.option("--key", required=True, type=file, help="A NAME.pem; its passphrase is asked for.")


def faults_in_one_line(action: Callable[..., None]) -> Callable[..., None]:
    """A value that a library refuses ends the command with its one line; the other faults have their door."""

    @wraps(action)
    def guarded(*arguments: Any, **options: Any) -> None:
        try:
            action(*arguments, **options)
        except ValueError as fault:
            raise click.ClickException(str(fault)) from fault

    return guarded


@click.group(cls=SpokenGroup)
def command() -> None:
    """Sign and release content packs."""


@command.command
@click.argument("place", metavar="DIR", type=folder)
@click.argument("name")
@faults_in_one_line
def keys(place: Path, name: str) -> None:
    """Make one key: NAME.pem, encrypted, for one holder alone; NAME.pub, to be handed in."""
    made = make_key(place, name, click.prompt("Passphrase", hide_input=True, confirmation_prompt=True))
    click.echo(f"{made.private}: keep it on a stick under lock\n{made.public}: for `publish init`")


@command.command
@repository
@click.option(
    "--root", "roots", multiple=True, required=True, type=file, help="A .pub; three or more. Two must sign."
)
@click.option(
    "--targets", "packers", multiple=True, required=True, type=file, help="A .pub; two or more. Two must sign."
)
@click.option("--online", required=True, type=file, help="The .pub of the PC that releases.")
@faults_in_one_line
@given_clock
def init(clock: Clock, repo: Path, roots: tuple[Path, ...], packers: tuple[Path, ...], online: Path) -> None:
    """Name the keys: drafts the first root, or the next one when a key was lost or changed hands."""
    root_keys, packer_keys = [public_key(path) for path in roots], [public_key(path) for path in packers]
    version = draft_root(Repository(repo), root_keys, packer_keys, public_key(online), clock.utc())
    click.echo(f"root {version} is drafted; two root keys must sign it: publish sign {repo} root --key NAME.pem")


@command.command
@click.argument("content", type=click.Path(path_type=Path, file_okay=False, exists=True))
@repository
@faults_in_one_line
@given_clock
def pack(clock: Clock, content: Path, repo: Path) -> None:
    """Try the folder CONTENT as stations will, pack it, and draft its release. Its version stands in pack.toml.

    What is over and has nothing that follows it is named; it hides itself and does not stop the release.
    """
    from kiosk.cli.pack_check import check_pack
    from kiosk.cli.pack_trial import faults_in

    settings = read_settings(paths.shipped_config(), paths.assets())
    checked = check_pack(Pack(content), clock.today())
    if checked.faults:
        raise click.ClickException("\n".join(map(str, checked.faults)))
    with tempfile.TemporaryDirectory(prefix="kiosk-trial-") as scratch:
        if faults := faults_in(content, settings, Path(scratch), clock):
            raise click.ClickException("\n".join(faults))
    for expired in checked.expired:
        click.echo(str(expired), err=True)
    version = draft_pack(Repository(repo), content, clock.utc())
    click.echo(
        f"content {version} is drafted; two targets keys must sign: publish sign {repo} targets --key NAME.pem"
    )


@command.command
@click.argument("package", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@repository
@faults_in_one_line
@given_clock
def program(clock: Clock, package: Path, repo: Path) -> None:
    """Draft a release that offers the program PACKAGE (kiosk-dvc_VERSION_amd64.deb) beside the content."""
    name = draft_program(Repository(repo), package, clock.utc())
    click.echo(f"{name} is drafted; two targets keys must sign: publish sign {repo} targets --key NAME.pem")


@command.command
@repository
@faults_in_one_line
@given_clock
def renew(clock: Clock, repo: Path) -> None:
    """Draft the released content for another year, without changing it."""
    draft_renewal(Repository(repo), clock.utc())
    click.echo(f"the renewal is drafted; two targets keys must sign: publish sign {repo} targets --key NAME.pem")


@command.command("sign")
@repository
@click.argument("role", type=click.Choice([role.value for role in SignedRole]))
@key_file
@faults_in_one_line
def sign_as(repo: Path, role: str, key: Path) -> None:
    """Sign what is drafted for ROLE, after showing what it is."""
    place, asked = Repository(repo), SignedRole(role)
    for line in waiting(place, asked):
        click.echo(line)
    lacking = sign_draft(place, asked, _opened(key))
    click.echo(f"signed; {lacking} more signatures are needed" if lacking else "signed; ready for `publish release`")


@command.command("release")
@repository
@key_file
@click.option("--days", default=DAYS, show_default=True, type=click.IntRange(1, 400), help="Believed for so long.")
@faults_in_one_line
@given_clock
def release_drafts(clock: Clock, repo: Path, key: Path, days: int) -> None:
    """Put what is signed into REPO/public; without a draft, renew what is out. Run it before the days are over."""
    number = release(Repository(repo), _opened(key), clock.utc(), days)
    click.echo(f"release {number} is in {repo / 'public'}: copy it to the web server or the stick as it is")
    click.echo(
        f"stations trust it through {repo / 'public' / 'metadata' / '1.root.json'}, installed as update/root.json"
    )


@command.command
@kept
@faults_in_one_line
def status(repo: Path) -> None:
    """What is out, until when, and what waits for signatures."""
    place = Repository(repo)
    lines = [*out(place), *(line for role in SignedRole for line in waiting(place, role))]
    if not lines:
        raise refused(
            "{repo}: chưa phát hành gì, cũng chưa soạn gì.", "{repo}: nothing is released or drafted.", repo=repo
        )
    for line in lines:
        click.echo(line)


def _opened(key: Path) -> CryptoSigner:
    return signer(key, click.prompt(f"Passphrase of {key.name}", hide_input=True))
