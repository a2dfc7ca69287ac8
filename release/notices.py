"""Licences and notices of everything bundled, collected from the wheels' own metadata, as Debian's copyright file.

The text of a licence that a wheel names but does not carry (Qt for Python: LGPL-3) is Debian's own copy below
/usr/share/common-licenses, which every Debian system has.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from release.bundle import Bundled
from release.folder import ROOT

OWN = """Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: kiosk-dvc
Comment: One folder per bundled library below /usr/share/doc/kiosk-dvc/notices holds its licence and notices as its
 wheel carries them. Licences that a wheel names without their text are below /usr/share/common-licenses.
 Qt and PySide6 are used under the LGPL, version 3: their libraries lie as separate files in
 /opt/kiosk-dvc/current/_internal/PySide6 and may be replaced.

Files: *
Copyright: the authors of the kiosk of the commune help points
License: Apache-2.0

License: Apache-2.0
 The text is in /usr/share/common-licenses/Apache-2.0.
"""
FONTS = ("BeVietnamPro-OFL.txt", "Tinos-OFL.txt")


def write_notices(libraries: list[Bundled], doc: Path) -> None:
    """`copyright` and `notices/NAME/` in the package's documentation folder `doc`."""
    notices = doc / "notices"
    for library in libraries:
        folder = notices / library.name
        folder.mkdir(parents=True)
        told = f"{library.name} {library.version}\nLicence: {library.licence}\nHome: {library.home}\n"
        (folder / "ABOUT").write_text(told, encoding="utf-8")
        for number, notice in enumerate(library.notices):
            name = notice.name if not (folder / notice.name).exists() else f"{number}-{notice.name}"
            shutil.copyfile(notice, folder / name)
    for name in FONTS:
        shutil.copyfile(ROOT / "assets" / "fonts" / name, notices / name)
    paragraphs = [f"Files: {one.name} {one.version}\nLicense: {one.licence}\n" for one in libraries]
    python = "Files: Python (libpython3.11 and its library)\nLicense: PSF-2.0\n"
    (doc / "copyright").write_text("\n".join([OWN, python, *paragraphs]), encoding="utf-8")
