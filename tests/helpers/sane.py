"""Debian's SANE with its two backends without hardware: `pnm` (the paper is an image file) and `test` (a feeder)."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image

from devices.scanner.sane import SaneScanner

FEEDER_SHEETS = 10
"""The test backend's feeder is empty after so many."""

SILENCE_S = 30.0
"""The test backend answers at once; a loaded machine takes its time."""


class Sane:
    """A private SANE configuration in `folder`."""

    def __init__(self, folder: Path) -> None:
        if shutil.which("scanimage") is None:
            pytest.skip("not installed: scanimage")
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "dll.conf").write_text("pnm\ntest\n")
        self._folder = folder
        self.environment = {"SANE_CONFIG_DIR": str(folder)}
        """What a program must be given to see these devices and no others."""

    def feeder(self, status: str = "") -> SaneScanner:
        """The test backend; every read ends with `status` (JAMMED, COVER_OPEN …) when one is given."""
        extra = ["--read-return-value", f"SANE_STATUS_{status}"] if status else []
        return SaneScanner("test:0", extra=extra, environment=self.environment, silence_s=SILENCE_S)

    def platen(self, paper: Image.Image, status: str = "") -> SaneScanner:
        """The pnm backend with `paper` under its lid; `status` a word of its own (jammed, coveropen …)."""
        file = self._folder / "paper.ppm"
        paper.convert("RGB").save(file)
        extra = ["--filename", str(file), *([f"--status-{status}=yes"] if status else [])]
        return SaneScanner("pnm:0", extra=extra, environment=self.environment)

    def device(self, name: str) -> SaneScanner:
        """Any other device."""
        return SaneScanner(name, environment=self.environment)
