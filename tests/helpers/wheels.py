"""Small wheels and a lock over them, so that the real pip installs without a network."""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Wheel:
    """A package of one module, with `files` more of them; `size` is the length of each."""

    name: str
    version: str = "1.0"
    files: int = 0
    size: int = 10


def write(wheel: Wheel, folder: Path) -> str:
    """Make it; gives its SHA-256."""
    folder.mkdir(parents=True, exist_ok=True)
    about = f"{wheel.name}-{wheel.version}.dist-info"
    contents = {f"{wheel.name}/__init__.py": "", f"{wheel.name}/end.py": "whole = True\n"}
    contents |= {f"{wheel.name}/part_{number}.py": "#" * wheel.size for number in range(wheel.files)}
    contents[f"{about}/METADATA"] = f"Metadata-Version: 2.1\nName: {wheel.name}\nVersion: {wheel.version}\n"
    contents[f"{about}/WHEEL"] = "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    contents[f"{about}/RECORD"] = "".join(f"{name},,\n" for name in [*contents, f"{about}/RECORD"])
    path = folder / f"{wheel.name}-{wheel.version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in contents.items():
            archive.writestr(name, text)
    return hashlib.sha256(path.read_bytes()).hexdigest()


def lock_over(hashes: dict[str, str], purpose: str = "run") -> str:
    """The lines of a lock for `NAME==1.0` each."""
    return "\n".join(
        f"# for {purpose}; 0.1 MB\n{name}==1.0 \\\n    --hash=sha256:{digest}\n" for name, digest in hashes.items()
    )
