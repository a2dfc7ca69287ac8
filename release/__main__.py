"""`./station package`: build the frozen folder, prove what is in it, and play a visit with it.

    ./station package --folder        the one-folder build, its allow-list and a headless demo visit

Every build starts from the pinned wheels of the environment; nothing is fetched here.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import click

from release.allow_list import strangers

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist" / "kiosk-dvc"


def build_folder() -> Path:
    """Freeze the program into `dist/kiosk-dvc`. Raises `CalledProcessError` with PyInstaller's own log."""
    shutil.rmtree(DIST, ignore_errors=True)
    work = ["--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build")]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *work, "pyinstaller.spec"]
    subprocess.run(command, cwd=ROOT, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)})
    return DIST


def megabytes(folder: Path) -> float:
    """Size of all files below `folder`, in MB."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink()) / 1e6


def play_a_visit(program: Path, out: Path) -> dict[str, object]:
    """The headless demo of a built program; returns its `visit.json`."""
    shutil.rmtree(out, ignore_errors=True)
    state = out.parent / "state"
    bare = {"PATH": "/usr/bin:/bin", "HOME": str(out.parent), "KIOSK_STATE": str(state), "LC_ALL": "C.UTF-8"}
    subprocess.run([program, "demo", "--headless", "--out", out], check=True, env=bare, timeout=300)
    visit: dict[str, object] = json.loads((out / "visit.json").read_text(encoding="utf-8"))
    return visit


@click.command
@click.option("--folder", is_flag=True, required=True, help="The one-folder build and its headless demo.")
def main(*, folder: bool) -> None:  # noqa: ARG001 - the only kind of build so far
    """Build what a technician installs."""
    built = build_folder()
    if found := strangers(built):
        raise click.ClickException("not on the allow-list: " + ", ".join(found))
    click.echo(f"built {built.relative_to(ROOT)}: {megabytes(built):.0f} MB, nothing off the allow-list")
    visit = play_a_visit(built / "kiosk-dvc", ROOT / "build" / "demo")
    click.echo(f"the frozen program played a visit of {len(visit['steps'])} steps")  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
