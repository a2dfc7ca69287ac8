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
PORTAL = """Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: kiosk-dvc-portal
Comment: QtWebEngine is used under the LGPL, version 3: its libraries lie as separate files in
 /opt/kiosk-dvc/current/_internal/PySide6 and may be replaced. It contains Chromium, and Chromium parts of many
 owners. Their names and licences, as Debian has gathered them from the sources of QtWebEngine 6.4.2, are in
 /usr/share/doc/kiosk-dvc-portal/credits; what has come since, the Qt Company lists at
 https://doc.qt.io/qt-6/qtwebengine-licensing.html.

Files: *
Copyright: the authors of the kiosk of the commune help points
License: Apache-2.0

License: Apache-2.0
 The text is in /usr/share/common-licenses/Apache-2.0.

Files: QtWebEngine
Copyright: The Qt Company Ltd.
License: LGPL-3
 The text is in /usr/share/common-licenses/LGPL-3.

Files: Chromium in QtWebEngine
Copyright: The Chromium Authors
License: BSD-3-Clause
 Redistribution and use in source and binary forms, with or without modification, are permitted provided that the
 following conditions are met:
 .
 Redistributions of source code must retain the above copyright notice, this list of conditions and the following
 disclaimer.
 .
 Redistributions in binary form must reproduce the above copyright notice, this list of conditions and the following
 disclaimer in the documentation and/or other materials provided with the distribution.
 .
 Neither the name of Google LLC nor the names of its contributors may be used to endorse or promote products derived
 from this software without specific prior written permission.
 .
 THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND ANY EXPRESS OR IMPLIED WARRANTIES,
 INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT OWNER OR CONTRIBUTORS BE LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL,
 SPECIAL, EXEMPLARY, OR CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY,
 WHETHER IN CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
"""
WINDOWS = """Kiosk of the commune help point, for Windows.

The program itself: Apache-2.0 (app/LICENSE).
Python: PSF-2.0 (LICENSE.txt), as the Python Software Foundation built and signed it.
Qt and PySide6 are used under the LGPL, version 3: their libraries lie as separate files in site/PySide6 and may be
replaced. The texts of the LGPL and of the GPL, on which it builds, are LGPL-3.txt and GPL-3.txt here.
One folder per library below notices holds its licence and notices as its wheel carries them:

"""
TEXTS = Path("/usr/share/common-licenses")
CREDITS = ROOT / "config" / "deployment" / "portal" / "credits"
"""Owners and licences of what Chromium contains: the wheel has neither list nor texts."""
FONTS = ("BeVietnamPro-OFL.txt", "Tinos-OFL.txt")


def write_notices(libraries: list[Bundled], doc: Path) -> None:
    """`copyright` and `notices/NAME/` in the package's documentation folder `doc`."""
    notices = doc / "notices"
    _lay(libraries, notices)
    for name in FONTS:
        shutil.copyfile(ROOT / "assets" / "fonts" / name, notices / name)
    paragraphs = [f"Files: {one.name} {one.version}\nLicense: {one.licence}\n" for one in libraries]
    python = "Files: Python (libpython3.11 and its library)\nLicense: PSF-2.0\n"
    (doc / "copyright").write_text("\n".join([OWN, python, *paragraphs]), encoding="utf-8")


def write_portal_notices(libraries: list[Bundled], doc: Path) -> None:
    """`copyright`, `notices/NAME/` and `credits/` of the portal's package: what it adds to the kiosk's."""
    _lay(libraries, doc / "notices")
    shutil.copytree(CREDITS, doc / "credits")
    paragraphs = [f"Files: {one.name} {one.version}\nLicense: {one.licence}\n" for one in libraries]
    (doc / "copyright").write_text("\n".join([PORTAL, *paragraphs]), encoding="utf-8")


def write_windows_notices(libraries: list[Bundled], doc: Path) -> None:
    """`NOTICES.txt`, the texts of the licences it names and `notices/NAME/`, where no Debian has them already."""
    _lay(libraries, doc / "notices")
    for name in FONTS:
        shutil.copyfile(ROOT / "assets" / "fonts" / name, doc / "notices" / name)
    for name in ("LGPL-3", "GPL-3"):
        shutil.copyfile(TEXTS / name, doc / f"{name}.txt")
    lines = "".join(f"{one.name} {one.version}: {one.licence}\n" for one in libraries)
    (doc / "NOTICES.txt").write_text(WINDOWS + lines, encoding="utf-8")


def _lay(libraries: list[Bundled], notices: Path) -> None:
    for library in libraries:
        folder = notices / library.name
        folder.mkdir(parents=True)
        told = f"{library.name} {library.version}\nLicence: {library.licence}\nHome: {library.home}\n"
        (folder / "ABOUT").write_text(told, encoding="utf-8")
        for number, notice in enumerate(library.notices):
            name = notice.name if not (folder / notice.name).exists() else f"{number}-{notice.name}"
            shutil.copyfile(notice, folder / name)
