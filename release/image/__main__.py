"""`./station image`: one disk image of a whole help point, from our packages and one mmdebstrap. Needs root.

./station image                    dist/kiosk-image_VERSION_amd64.img, and packed as .img.gz for downloading
./station image --package DEB …    from these packages: the kiosk's first, then the portal's
./station image --fresh            Debian's packages of today: the next image with their security updates
./station image --quick            not to be downloaded: for booting here, and for CI
./station image --twice            put together twice from the same root and packages, and compared
./station image --password-hash grub.pbkdf2…   the loader's entry for installing, for whoever knows the password
./station image --verify --long   from a stick by UEFI with Secure Boot and by BIOS, installed, and from there again
./station image --kept --verify --step visit   one step of it again, from the moment of the last run's first screen
./station image --verify           boot the image in QEMU and look at it
"""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Sequence
from pathlib import Path

import click

from release.__main__ import PACKAGES, frozen, package_file, packed
from release.debian import version
from release.folder import ROOT, source_date
from release.image.disk import write_disk
from release.image.partitions import MIB, partitions
from release.image.root import WORK, asked_of_debian, debian_root
from release.image.slot import LEVEL, LOOSE, packed_slot, write_slot
from release.image.tree import STATE, lay_tree

MOST_MB = 600
"""What is downloaded, with firmware and the browser for filing online."""


def our_packages(given: Sequence[Path]) -> list[Path]:
    """Those that were given, else those in dist that are newer than the last commit, else the kiosk's, built now."""
    if given:
        return list(given)
    kiosk, portal = map(package_file, ("kiosk-dvc", "kiosk-dvc-portal"))
    first = kiosk if _is_new(kiosk) else packed(frozen())
    return [first, portal] if _is_new(portal) else [first]


def _is_new(package: Path) -> bool:
    return package.exists() and package.stat().st_mtime >= source_date()


def put_together(
    root: Path, packages: Sequence[Path], disk: Path, folder: Path, password: str = "", level: str = LEVEL
) -> None:
    """The disk from a Debian root and our packages, and its slot as an update, packed by zstd at `level`; all is made
    in `folder`."""
    stamp = source_date()
    tree = lay_tree(root, packages, folder, stamp=stamp)
    click.echo(f"the system: {sum(1 for _ in tree.rglob('*'))} files")
    slot = write_slot(tree, folder, stamp=stamp, level=level)
    filled = slot.root.stat().st_size / MIB
    click.echo(f"one slot: {filled:.0f} of {partitions()['kiosk-root-a'].size} MiB, root hash {slot.root_hash}")
    write_disk(disk, slot, state=tree / STATE, signed=folder / "signed", password=password, stamp=stamp)
    update = packed_slot(slot, disk.with_name(f"kiosk-system_{version()}_amd64.tar"), stamp=stamp)
    click.echo(f"for `kiosk-dvc publish system`: {update.name}, {update.stat().st_size / 1e6:.0f} MB")


def packed_image(disk: Path) -> Path:
    """The disk as it is downloaded; gzip, because the programs that write sticks on any system open it."""
    archive = _archive(disk)
    with archive.open("wb") as file:
        subprocess.run(["gzip", "-n", "-c", disk], check=True, stdout=file)
    size = archive.stat().st_size / 1e6
    click.echo(f"packed {archive.relative_to(ROOT)}: {size:.0f} MB to download")
    if size > MOST_MB:
        raise click.ClickException(f"an image may have {MOST_MB} MB to download")
    return archive


def _archive(disk: Path) -> Path:
    return disk.with_name(f"{disk.name}.gz")


def _fingerprint(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


@click.command
@click.option("--package", "given", multiple=True, type=click.Path(path_type=Path, exists=True, resolve_path=True))
@click.option("--fresh", is_flag=True, help="Fetch Debian's packages anew.")
@click.option("--quick", is_flag=True, help="Packed loosely, to be booted here: minutes less, a fifth larger.")
@click.option("--twice", is_flag=True, help="Put together twice and compare.")
@click.option("--password-hash", default="", help="Of the installer's entry, as grub-mkpasswd-pbkdf2 prints it.")
@click.option("--kept", is_flag=True, help="With --verify: the image that is there.")
@click.option("--verify", is_flag=True, help="Boot the image in QEMU and look at it.")
@click.option("--long", "long_form", is_flag=True, help="With --verify: as a PC starts, installed, from there again.")
@click.option("--step", "steps", multiple=True, help="With --kept --verify: only this, where the last run began.")
def main(
    *,
    given: tuple[Path, ...],
    fresh: bool,
    quick: bool,
    twice: bool,
    password_hash: str,
    kept: bool,
    verify: bool,
    long_form: bool,
    steps: tuple[str, ...],
) -> None:
    """Build the bootable image of a whole help point."""
    disk = PACKAGES / f"kiosk-image_{version()}_amd64.img"
    folder = WORK / "made"
    if not (kept and disk.exists()):
        packages = our_packages(given)
        click.echo("our packages: " + ", ".join(path.name for path in packages))
        root = debian_root(asked_of_debian(packages), fresh=fresh)
        click.echo(f"Debian's root: {root.stat().st_size / 1e6:.0f} MB, {root.relative_to(ROOT)}")
        level = LOOSE if quick else LEVEL
        _archive(disk).unlink(missing_ok=True)  # of another image
        put_together(root, packages, disk, folder, password_hash, level)
        if twice:
            first = _fingerprint(disk)
            put_together(root, packages, disk, folder, password_hash, level)
            same = _fingerprint(disk) == first
            click.echo("both images are " + ("the same, byte for byte" if same else "not the same"))
            if not same:
                raise click.ClickException("the same root and packages gave two images")
        if not quick:
            packed_image(disk)
    if verify and long_form:
        from release.image.verify.long import verify_long

        verify_long(disk, folder, steps)
    elif verify:
        from release.image.verify.short import verify_image

        verify_image(disk, folder, steps)


if __name__ == "__main__":
    main()
