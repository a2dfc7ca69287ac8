"""A Debian with nothing but its base in a folder, and who types there: root, or somebody without any rights.

Each command has its own view of the mounts, so that nothing stays behind, and its own processes, which end with it.
"""

from __future__ import annotations

import os
import shutil
import ssl
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
USER, USER_ID = "an", 1000
NOT_COPIED = shutil.ignore_patterns(".git", ".venv", "build", "dist", "out", "__pycache__", ".*_cache")
CERTIFICATES = "/opt/certificates.crt"
"""Where the machine finds what this computer trusts: a proxy's authority, for pip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BareDebian:
    """The folder that is its root."""

    root: Path

    @classmethod
    def made(cls, suite: str, root: Path, *packages: str) -> BareDebian:
        """A fresh minbase of `suite` with these packages. Needs root and debootstrap."""
        if os.geteuid() != 0 or not shutil.which("debootstrap"):
            raise RuntimeError("./station fresh makes a bare Debian: it needs root and debootstrap")
        include = [f"--include={','.join(packages)}"] if packages else []
        subprocess.run(["debootstrap", "--variant=minbase", *include, suite, root], check=True, capture_output=True)
        for name in ("resolv.conf", "hosts"):
            shutil.copyfile(f"/etc/{name}", root / "etc" / name)
        if trusted := ssl.get_default_verify_paths().cafile:
            shutil.copyfile(trusted, root / CERTIFICATES.lstrip("/"))
        made = cls(root=root)
        made.types("root", f"useradd --create-home --uid {USER_ID} {USER}").check_returncode()
        return made

    def has(self, tree: Path, *, owner: int) -> None:
        """A copy of the project at this path of the machine, as a clone has it."""
        place = self.root / tree.relative_to("/")
        shutil.copytree(ROOT, place, ignore=NOT_COPIED, symlinks=True)
        self.gives(tree, owner)

    def gives(self, tree: Path, owner: int) -> None:
        """Everything there belongs to this user from now on."""
        subprocess.run(["chown", "-R", f"{owner}:{owner}", self.root / tree.relative_to("/")], check=True)

    def words(self, who: str, line: str, *, network: bool = True) -> list[str]:
        """The command of this computer that types the line there, in the home folder of who types."""
        home = "/root" if who == "root" else f"/home/{who}"
        number = "0" if who == "root" else str(USER_ID)
        said = {
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin" if who == "root" else "/usr/bin:/bin",
            "HOME": home,
            "DEBIAN_FRONTEND": "noninteractive",
            **{name: value for name, value in os.environ.items() if name.startswith("PIP_DEFAULT")},
            **({"PIP_CERT": CERTIFICATES} if (self.root / CERTIFICATES.lstrip("/")).exists() else {}),
        }
        around = [f"{name}={value}" for name, value in said.items()]
        inside = (
            # A mount of its own: where the root is none, nobody inside can have a view of the mounts of his own.
            'mount --bind "$1" "$1" && '
            'mount --rbind /dev "$1/dev" && mount -t proc proc "$1/proc" && mount -t tmpfs tmpfs "$1/run" && '
            'exec chroot --userspec="$2" "$1" /usr/bin/env -i "${@:5}" bash -c "cd \'$3\' && $4"'
        )
        spaces = ["--mount", "--pid", "--fork", "--kill-child", *([] if network else ["--net"])]
        given = (str(self.root), f"{number}:{number}", home, line)
        return ["unshare", *spaces, "bash", "-c", inside, "bash", *given, *around]

    def types(self, who: str, line: str, *, network: bool = True) -> subprocess.CompletedProcess[str]:
        """A line typed there, to its end."""
        words = self.words(who, line, network=network)
        return subprocess.run(words, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
