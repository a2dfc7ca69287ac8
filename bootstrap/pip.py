"""Calls pip for what the lock names and nothing else: hashes required, no dependency looked for, no free build."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from bootstrap.lock_file import Locked
from bootstrap.words import Progress, megabytes

LOOKS_EVERY = 0.5
"""Seconds between two looks at how far pip is."""
SPARED = ("PYTHONPATH", "PYTHONHOME", "PYTHONDONTWRITEBYTECODE")
"""What pip's own processes are not handed: a package that is built must not find the project's folders."""

COMPILED = "compiled"
"""Where in the environment everything lies that Python compiles, as `./station` has it."""


class PipError(Exception):
    """Setting up failed; the text is the end of what the tool said."""


def fetch(python: Path, packages: list[Locked], wheels: Path, *, source: str) -> None:
    """Every file these packages need, into this folder; `source` names what may be built from source.

    Raises `PipError`: no network, or a file that has another hash than the lock.
    """
    total = sum(package.size or 0 for package in packages)

    def seen(progress: Progress) -> None:
        done = min(total, bytes_in(wheels))
        progress.at(done, f"tải / fetching {megabytes(done)} / {megabytes(total)}")

    kinds = ["--only-binary", ":all:", *(["--no-binary", source, "--no-build-isolation"] if source else [])]
    command = ["download", "--no-deps", "--require-hashes", *kinds, "--dest", str(wheels)]
    _pip(python, command, packages, Progress(total=total), seen, scratch=wheels)


def unpack(python: Path, packages: list[Locked], wheels: Path, *, site: Path) -> None:
    """Install them from the folder, the hashes checked once more, and compile them. Raises `PipError`."""

    def records() -> int:
        return sum(1 for _ in site.glob("*.dist-info/RECORD"))

    before = records()

    def seen(progress: Progress) -> None:
        done = records() - before
        progress.at(done, f"cài / installing {done} / {len(packages)}")

    command = ["install", "--no-deps", "--require-hashes", "--no-build-isolation", "--no-index"]
    command += ["--find-links", str(wheels), "--no-warn-script-location", "--no-compile"]
    _pip(python, command, packages, Progress(total=len(packages)), seen, scratch=wheels)
    compile_all(python, site)


def compile_all(python: Path, site: Path) -> None:
    """Compile what lies in `site` on all cores, where pip compiles one file after the other. What does not compile,
    a template for instance, is nobody's module; where no process may be begun, each is compiled when it is loaded."""
    words = [str(python), "-m", "compileall", "-q", "-j", "0", str(site)]
    subprocess.run(words, env=_environment(python), capture_output=True, check=False)


def bytes_in(folder: Path) -> int:
    """What pip has fetched or is fetching into it; files may come and go meanwhile."""
    total = 0
    for place, _, names in os.walk(folder):
        for name in names:
            if name.endswith((".whl", ".gz")):
                with suppress(OSError):
                    total += (Path(place) / name).stat().st_size
    return total


def _pip(
    python: Path,
    command: list[str],
    packages: list[Locked],
    progress: Progress,
    seen: Callable[[Progress], None],
    *,
    scratch: Path,
) -> None:
    """One call of pip, watched."""
    asked = scratch / "asked.txt"
    asked.write_text("".join(package.line for package in packages), "utf-8")
    log = scratch / "pip.log"
    environment = _environment(python)
    environment |= {"TMPDIR": str(scratch), "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}
    words = [str(python), "-m", "pip", *command, "--progress-bar", "off", "--requirement", str(asked)]
    with log.open("wb") as out, subprocess.Popen(words, stdout=out, stderr=out, env=environment) as running:
        try:
            while running.poll() is None:
                seen(progress)
                time.sleep(LOOKS_EVERY)
        except BaseException:
            running.terminate()
            raise
        finally:
            progress.end()
    if running.returncode != 0:
        raise PipError("\n".join(log.read_text("utf-8", "replace").splitlines()[-15:]))


def _environment(python: Path) -> dict[str, str]:
    """For programs of this environment: its own come first, and what they compile lies in it."""
    environment = {name: value for name, value in os.environ.items() if name not in SPARED}
    environment["PATH"] = os.pathsep.join((str(python.parent), os.environ.get("PATH", os.defpath)))
    environment["PYTHONPYCACHEPREFIX"] = str(python.parent.parent / COMPILED)
    return environment
