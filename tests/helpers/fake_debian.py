"""A Debian of shell scripts on PATH: what is installed, who may install, and what `apt-get` was asked for.

Its answers have the form of Debian 12's and 13's own tools (dpkg 1.21 and 1.22, apt 2.6 and 3.0).
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

APT = """\
#!/bin/sh
echo "apt-get $*" >>"{calls}"
case "$*" in *" update"*) exit {code} ;; esac
echo "Need to get 45.3 MB of archives."
echo "dlstatus:1:50.0000:Retrieving file 3 of 20 (10s remaining)"
echo "pmstatus:libegl1:50.0000:Unpacking libegl1 (amd64)"
echo "E: the last thing apt said"
exit {code}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FakeDebian:
    """`folder` holds the tools and is all of PATH; `calls` is what was run."""

    folder: Path

    @property
    def calls(self) -> list[str]:
        """Each call of apt-get, dpkg and sudo, oldest first."""
        log = self.folder / "calls"
        return log.read_text("utf-8").splitlines() if log.exists() else []

    def tool(self, name: str, script: str) -> None:
        """One program on PATH."""
        path = self.folder / name
        path.write_text(script, "utf-8")
        path.chmod(0o755)

    def has(self, packages: dict[str, str], *, removed: tuple[str, ...] = ()) -> None:
        """Installed packages with what each provides; `removed` left only their settings behind."""
        rows = [f"installed\t{name}\t{provides}" for name, provides in packages.items()]
        rows += [f"config-files\t{name}\t" for name in removed]
        (self.folder / "rows").write_text("".join(f"{row}\n" for row in rows), "utf-8")
        self.tool("dpkg-query", f'#!/bin/sh\ncat "{self.folder}/rows"\n')

    def apt_ends_with(self, code: int) -> None:
        """What apt-get answers from now on."""
        self.tool("apt-get", APT.format(calls=self.folder / "calls", code=code))

    def sudo(self, *, allowed: bool) -> None:
        """sudo is there; it wants a password unless `allowed`."""
        does = 'shift; exec "$@"' if allowed else "exit 1"
        self.tool("sudo", f'#!/bin/sh\necho "sudo $*" >>"{self.folder}/calls"\n{does}\n')


def fake_debian(folder: Path) -> FakeDebian:
    """With nothing installed, no sudo, and an apt-get that succeeds."""
    folder.mkdir(parents=True)
    for name in ("env", "sh", "cat", "true"):
        found = next(Path(place) / name for place in os.defpath.split(":") if (Path(place) / name).exists())
        (folder / name).symlink_to(found)
    made = FakeDebian(folder=folder)
    made.has({})
    made.apt_ends_with(0)
    made.tool("dpkg", f'#!/bin/sh\necho "dpkg $*" >>"{folder}/calls"\n')
    return made
