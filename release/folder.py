"""The frozen folder: built by PyInstaller from the pinned wheels, then stripped of debugging tables, then proved.

The same sources and wheels give the same files (SOURCE_DATE_EPOCH is the date of the last commit). An ELF file that
`strip` would leave unloadable stays as it was; a played visit and a scanned page afterwards are the proof.
"""

from __future__ import annotations

import json
import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist" / "kiosk-dvc"
WORK = ROOT / "build" / "pyinstaller"
STRIPPED = (
    "libpython3*.so*",
    "python3*/lib-dynload/*.so",
    "typst/*.so",
    "numpy/_core/*.so",
    "cryptography/hazmat/bindings/*.so",
    "gmpy2/*.so",
    "PIL/*.so",
)
"""Files whose wheels carry symbol tables nobody reads on a station: 40 MB less. OpenBLAS does not survive it."""


def source_date() -> int:
    """Seconds since 1970 of the last commit, or of SOURCE_DATE_EPOCH when the caller fixed one."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    told = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False)
    return int(told.stdout.strip() or 1_700_000_000)


def build_folder(*, fresh: bool = False) -> Path:
    """Freeze the program into `dist/kiosk-dvc`. Raises `CalledProcessError` with PyInstaller's own log.

    `fresh` forgets what an earlier build worked out, for builds that are compared.
    """
    shutil.rmtree(DIST, ignore_errors=True)
    places = ["--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build")]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *places]
    fixed = {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": str(source_date())}
    clean = ["--clean"] if fresh else []
    subprocess.run([*command, *clean, "pyinstaller.spec"], cwd=ROOT, check=True, env={**os.environ, **fixed})
    strip(DIST / "_internal")
    return DIST


def strip(libraries: Path) -> None:
    """Take the symbol tables out of the files of `STRIPPED` below `libraries`, where they stay loadable."""
    if sys.platform == "win32" or not shutil.which("strip"):
        return
    files = [path for pattern in STRIPPED for path in sorted(libraries.glob(pattern)) if not path.is_symlink()]
    for file in files:
        slim = file.with_name(f".{file.name}.slim")
        subprocess.run(["strip", "--strip-unneeded", "-o", slim, file], check=True)
        if is_loadable(slim.read_bytes()):
            slim.chmod(file.stat().st_mode)
            slim.replace(file)
        else:
            slim.unlink()


LOAD = 1
PAGE = 4096


def is_loadable(elf: bytes) -> bool:
    """Whether every PT_LOAD segment of a 64-bit ELF file lies in the file as it lies in a page of memory.

    `strip` moves the segments of libraries that patchelf rewrote (auditwheel's do), and ld.so then refuses them.
    """
    (start,), (size, count) = struct.unpack_from("<Q", elf, 0x20), struct.unpack_from("<HH", elf, 0x36)
    for at in range(start, start + size * count, size):
        kind, _, offset, address, _, _, _, align = struct.unpack_from("<IIQQQQQQ", elf, at)
        if kind == LOAD and (align % PAGE or (address - offset) % align):
            return False
    return True


def megabytes(folder: Path) -> float:
    """Size of all files below `folder`, in MB (10^6 bytes)."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink()) / 1e6


def scan_a_page(program: Path, out: Path) -> int:
    """A page of the virtual scanner, straightened, judged and packed by a built program; the PDF's bytes."""
    out.mkdir(parents=True, exist_ok=True)
    page = out / "page.pdf"
    page.unlink(missing_ok=True)
    (out / "devices.toml").write_text('[scanner]\ndriver = "simulator"\n', encoding="utf-8")
    bare = {"PATH": "/usr/bin:/bin", "HOME": str(out), "KIOSK_STATE": str(out), "KIOSK_CONFIG": str(out)}
    command: list[str | Path] = [program, "scan", "page", "--out", page]
    done = subprocess.run(command, check=False, env=bare, timeout=120, capture_output=True, text=True)
    if done.returncode not in (0, UNCLEAR) or not page.exists():
        raise RuntimeError(f"no scanned page: {done.stderr[-2000:]}")
    return page.stat().st_size


UNCLEAR = 2
"""The command's end when a page came and is not clear."""


def ask_the_doctor(program: Path, out: Path) -> int:
    """How many services the doctor of a built program tells of; raises `RuntimeError` where it says nothing."""
    bare = {"PATH": "/usr/bin:/bin", "HOME": str(out), "KIOSK_STATE": str(out), "LC_ALL": "C.UTF-8"}
    # ends with another code where something is amiss, as on a build machine
    command: list[str | Path] = [program, "doctor", "--json"]
    told = subprocess.run(command, check=False, env=bare, timeout=120, capture_output=True, text=True)
    try:
        return len({each["service"] for each in json.loads(told.stdout)})
    except ValueError:
        raise RuntimeError(f"the doctor said nothing: {told.stderr[-2000:]}") from None


def play_the_officer(program: Path, out: Path) -> int:
    """The officer's work played by a built program, the process that reads a list included; how many files it left on
    the officer's stick. Raises `CalledProcessError`."""
    shutil.rmtree(out, ignore_errors=True)
    bare = {"PATH": "/usr/bin:/bin", "HOME": str(out.parent), "KIOSK_STATE": str(out.parent / "officer-state")}
    command: list[str | Path] = [program, "demo", "--headless", "--counter", out]
    subprocess.run(command, check=True, env={**bare, "LC_ALL": "C.UTF-8"}, timeout=300, stdout=subprocess.DEVNULL)
    return len([path for path in (out / "usb").iterdir() if path.is_file()])


def play_a_visit(program: Path, out: Path) -> int:
    """The headless demo of a built program; returns how many steps its `visit.json` tells of."""
    shutil.rmtree(out, ignore_errors=True)
    state = out.parent / "state"
    bare = {"PATH": "/usr/bin:/bin", "HOME": str(out.parent), "KIOSK_STATE": str(state), "LC_ALL": "C.UTF-8"}
    subprocess.run([program, "demo", "--headless", "--out", out], check=True, env=bare, timeout=300)
    return len(json.loads((out / "visit.json").read_text(encoding="utf-8"))["steps"])
