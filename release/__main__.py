"""`./station package`: build what a technician installs, and prove it.

    ./station package                 dist/kiosk-dvc_VERSION_amd64.deb, with its sizes
    ./station package --folder        only the one-folder build, its allow-list and a headless demo visit
    ./station package --portal        dist/kiosk-dvc-portal_VERSION_amd64.deb too, the browser for filing online
    ./station package --stick DIR --sign-with KEY   one signed folder with all that a Debian 12 without network needs
    ./station package --twice         two builds from scratch, and what differs between them
    ./station package --windows       dist/kiosk-dvc-setup_VERSION.exe, the installer for 64-bit Windows 10 and 11
    ./station package --verify        slow: the whole life of the package in a fresh Debian 12 (needs root)
    ./station package --portal --verify --filing   a whole filing in the installed packages too, read and touched
    ./station package --portal --verify --only-filing --kept   that alone again, in what was made before

Every build starts from the pinned wheels of the environment; only --verify fetches, with apt.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import click

from kiosk.doctor.browser import BROWSER
from kiosk.paths import version
from release.allow_list import strangers
from release.compare import differences, fingerprints
from release.debian import build_package, build_portal_package
from release.folder import (
    DIST,
    ROOT,
    ask_the_doctor,
    build_folder,
    megabytes,
    play_a_visit,
    play_the_officer,
    scan_a_page,
)
from release.parts import table, unexplained
from release.portal_allow_list import portal_strangers
from release.portal_folder import build_portal_folder
from release.portal_proof import ready_portal
from release.stick import StickFolderError, make_stick
from release.windows.folder import assemble
from release.windows.installer import build_installer

PACKAGES = ROOT / "dist"
WINDOWS = ROOT / "dist" / "windows"
WINDOWS_MOST_MB = 75
WINDOWS_MOST_INSTALLED_MB = 300
PORTAL_MOST_MB = 80
"""What a technician carries for filing online; without it the kiosk is whole."""


def frozen(*, fresh: bool = False, kept: bool = False) -> Path:
    """The frozen folder, with nothing in it that the allow-list does not know, seen playing a visit."""
    built = DIST if kept and DIST.exists() else build_folder(fresh=fresh)
    if found := strangers(built):
        raise click.ClickException("not on the allow-list: " + ", ".join(found))
    if found := unexplained(built):
        raise click.ClickException("over 5 MB without a reason in release/parts.py: " + ", ".join(found))
    click.echo(f"built {built.relative_to(ROOT)}: {megabytes(built):.0f} MB, nothing off the allow-list")
    services = ask_the_doctor(built / "kiosk-dvc", ROOT / "build" / "doctor")
    click.echo(f"the doctor of the frozen program tells of {services} services")
    steps = play_a_visit(built / "kiosk-dvc", ROOT / "build" / "demo")
    scanned = scan_a_page(built / "kiosk-dvc", ROOT / "build" / "scan")
    click.echo(f"the frozen program played a visit of {steps} steps and scanned a page ({scanned / 1e3:.0f} kB)")
    files = play_the_officer(built / "kiosk-dvc", ROOT / "build" / "counter")
    click.echo(f"it played the officer's work, with a list in a process of its own; {files} files lie on the stick")
    return built


def packed(built: Path) -> Path:
    """The Debian package of a frozen folder, its size told."""
    package = build_package(built, PACKAGES)
    click.echo(f"packed {package.relative_to(ROOT)}: {package.stat().st_size / 1e6:.1f} MB")
    return package


def packed_portal(built: Path) -> Path:
    """The Debian package of the browser, over the kiosk's frozen folder, its size told and held."""
    own = build_portal_folder(built)
    if found := portal_strangers(own):
        raise click.ClickException("not on the portal's allow-list: " + ", ".join(found))
    stands = ready_portal(own, built)
    if (stands.chromium, stands.security_patch) != (BROWSER.chromium, BROWSER.security_patch):
        raise click.ClickException(
            f"the doctor tells another browser than {stands.chromium}, {stands.security_patch}"
        )
    click.echo(f"the frozen browser stands: Chromium {stands.chromium}, patched like {stands.security_patch}")
    package = build_portal_package(own, built, PACKAGES)
    size = package.stat().st_size / 1e6
    click.echo(f"packed {package.relative_to(ROOT)}: {size:.1f} MB of {megabytes(own):.0f} MB")
    if size > PORTAL_MOST_MB:
        raise click.ClickException(f"the portal's package may have {PORTAL_MOST_MB} MB")
    return package


def package_file(name: str) -> Path:
    """Where a package of this version lies, once it is built."""
    return PACKAGES / f"{name}_{version()}_amd64.deb"


def kept_packages(*, portal: bool) -> list[Path]:
    """The packages of this version that were built before, where all that are wanted are there."""
    found = [package_file(name) for name in ("kiosk-dvc", *(("kiosk-dvc-portal",) if portal else ()))]
    return found if DIST.exists() and all(each.exists() for each in found) else []


def compare_two_builds() -> None:
    """Freeze and pack twice from scratch; say what is not the same."""
    seen, sums = [], []
    for _ in range(2):
        built = frozen(fresh=True)
        seen.append(fingerprints(built))
        sums.append(hashlib.sha256(packed(built).read_bytes()).hexdigest())
    _tell_differences(seen, sums, "packages")


def _tell_differences(seen: Sequence[dict[str, str]], sums: Sequence[str], made: str) -> None:
    """What differs between the fingerprints of two folders, and whether what was made of them has one SHA-256."""
    differing = differences(*seen)
    for place in differing:
        click.echo(f"differs: {place}")
    same = "the same, byte for byte" if sums[0] == sums[1] else "not the same"
    click.echo(f"{len(differing)} of {len(seen[0])} files differ; the {made} are {same}")


def build_for_windows(*, twice: bool) -> None:
    """The folder for Windows and its installer, their sizes told and held."""
    seen, sums = [], []
    for _ in range(2 if twice else 1):
        folder = assemble(WINDOWS / version())
        if found := strangers(folder / "site"):
            raise click.ClickException("not on the allow-list: " + ", ".join(found))
        installer = build_installer(folder, PACKAGES, version(), "lzma")
        seen.append(fingerprints(folder) if twice else {})
        sums.append(hashlib.sha256(installer.read_bytes()).hexdigest())
    installed, size = megabytes(folder), installer.stat().st_size / 1e6
    click.echo(f"packed {installer.relative_to(ROOT)}: {size:.1f} MB of {installed:.0f} MB")
    if twice:
        _tell_differences(seen, sums, "installers")
    if size > WINDOWS_MOST_MB or installed > WINDOWS_MOST_INSTALLED_MB:
        raise click.ClickException(f"at most {WINDOWS_MOST_MB} MB, {WINDOWS_MOST_INSTALLED_MB} MB installed")


def put_on_stick(packages: Sequence[Path], target: Path, key: str) -> None:
    """The folder for PCs without a network, its size and the fingerprint of its key told."""
    try:
        fingerprint = make_stick(packages, target, key)
    except StickFolderError as fault:
        raise click.ClickException(str(fault)) from fault
    number = len(list((target / "pool").iterdir()))
    click.echo(f"{target}: {number} packages, {megabytes(target):.0f} MB; at the PC: sudo sh install")
    click.echo(f"signed by {fingerprint}: compare it at the PC with `gpg --show-keys kiosk.gpg`")


@click.command
@click.option("--folder", is_flag=True, help="Only the one-folder build and its headless demo.")
@click.option("--twice", is_flag=True, help="Build twice from scratch and list the differences.")
@click.option("--verify", is_flag=True, help="Install, run, break, fall back and purge in a fresh Debian 12.")
@click.option("--filing", is_flag=True, help="With --verify and --portal: a whole filing too, read and touched.")
@click.option("--only-filing", is_flag=True, help="The same, and of the other steps only what it needs.")
@click.option("--portal", is_flag=True, help="Pack the browser for filing online too, as a package of its own.")
@click.option("--stick", type=click.Path(path_type=Path, file_okay=False), help="Folder for PCs without a network.")
@click.option("--sign-with", default="", help="gpg's name of the key that signs that folder.")
@click.option(
    "--package",
    "given",
    multiple=True,
    type=click.Path(path_type=Path, exists=True),
    help="Packages for it that are built already.",
)
@click.option("--windows", is_flag=True, help="Only the installer for Windows; with --twice built twice.")
@click.option("--kept", is_flag=True, help="Use the folder, the packages and the Debian to try them that are there.")
def main(
    *,
    folder: bool,
    twice: bool,
    verify: bool,
    portal: bool,
    filing: bool,
    only_filing: bool,
    windows: bool,
    kept: bool,
    stick: Path | None,
    sign_with: str,
    given: tuple[Path, ...],
) -> None:
    """Build what a technician installs."""
    if stick and not sign_with:
        raise click.UsageError("--stick needs --sign-with KEY; `gpg --quick-generate-key NAME` makes one")
    if (filing or only_filing) and not (verify and portal):
        raise click.UsageError("--filing and --only-filing need --verify and --portal")
    if stick and given:
        put_on_stick(given, stick, sign_with)
        return
    if windows:
        build_for_windows(twice=twice)
        return
    if twice:
        compare_two_builds()
        return
    packages = kept_packages(portal=portal) if kept and verify else []
    built = DIST if packages else frozen(kept=kept)
    click.echo(table(built))
    if folder:
        return
    packages = packages or [packed(built), *([packed_portal(built)] if portal else [])]
    if stick:
        put_on_stick(packages, stick, sign_with)
    if verify:
        from release.verify.life import verify_package

        verify_package(built, *packages, filing=filing or only_filing, only_filing=only_filing, kept=kept)


if __name__ == "__main__":
    main()
