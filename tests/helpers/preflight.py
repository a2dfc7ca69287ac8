"""Apache PDFBox' Preflight, written by others, judges PDF/A-1b (ISO 19005-1): asked where this computer has it.

Debian: libpdfbox2-java, libactivation-java, libjaxb-api-java and any Java. Not among what `./station test`
installs: a Java alone is larger than all the other programs of the tests together.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Final

FOLDER: Final = Path("/usr/share/java")
JARS: Final = ("preflight", "xmpbox", "pdfbox2", "fontbox2", "commons-logging", "javax.activation", "jaxb-api")
JUDGE: Final = "org.apache.pdfbox.preflight.Validator_A1b"
ABSENT: Final = "not asked: libpdfbox2-java, libactivation-java, libjaxb-api-java or a Java is missing"
VALID: Final = "valid PDF/A-1b"


def verdict(files: Sequence[Path]) -> str:
    """`VALID` where it takes every file, its own words about the first that it does not take, else `ABSENT`."""
    jars = [FOLDER / f"{name}.jar" for name in JARS]
    java = shutil.which("java")
    if java is None or not all(jar.exists() for jar in jars):
        return ABSENT
    for file in files:
        command = [java, "-cp", ":".join(map(str, jars)), JUDGE, str(file)]
        judged = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
        if judged.returncode or "is a valid PDF/A-1b file" not in judged.stdout:
            return judged.stdout.strip() or judged.stderr.strip()
    return VALID
