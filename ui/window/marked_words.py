"""The fixed words of the pseudo-language: every word that has English, marked, compiled by Qt's own tool.

A translator in Python would be asked by the thread that loads pages, and wait for Python while Python waits for it.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

from kiosk.content.pseudo_language import pseudo

LRELEASE = Path(sys.executable).with_name("pyside6-lrelease")


def marked(translations: Path) -> Iterator[Path]:
    """The compiled file of each of the folder's English ones; gone when the next is asked for."""
    with tempfile.TemporaryDirectory(prefix="words-") as folder:
        for source in sorted(translations.glob("*_en.ts")):
            tree = ET.parse(source)  # noqa: S314 our own file
            for message in tree.getroot().iter("message"):
                said = message.find("translation")
                for form in () if said is None else (list(said) or [said]):
                    form.text = pseudo(message.findtext("source", ""))
            words, compiled = Path(folder) / source.name, Path(folder) / f"{source.stem}.qm"
            tree.write(words, encoding="utf-8", xml_declaration=True)
            subprocess.run([str(LRELEASE), "-silent", str(words), "-qm", str(compiled)], check=True)
            yield compiled
