"""Every fixed word of the screens has its English: what Qt's own tool finds in the QML stands in ui/translations."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

ROOT = Path(__file__).parents[4]
LUPDATE = Path(sys.executable).with_name("pyside6-lupdate")


def finished(ts: Path) -> dict[tuple[str, str], bool]:
    """(context, source) of one file, and whether its translation is there and marked as done."""
    found = {}
    for context in ET.parse(ts).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            text = "".join(translation.itertext()).strip() if translation is not None else ""
            done = bool(text) and translation is not None and translation.get("type") is None
            found[context.findtext("name", ""), message.findtext("source", "")] = done
    return found


def test_every_word_of_the_screens_is_translated(tmp_path: Path) -> None:
    assert LUPDATE.exists(), "pyside6-lupdate belongs to PySide6"
    fresh = tmp_path / "fresh.ts"
    sources = [str(file) for file in sorted((ROOT / "ui" / "qml").rglob("*.qml"))]
    command = [str(LUPDATE), "-silent", "-locations", "none", *sources, "-ts", str(fresh)]
    subprocess.run(command, check=True, capture_output=True)
    done: dict[tuple[str, str], bool] = {}
    for ts in sorted((ROOT / "ui" / "translations").glob("*.ts")):
        done |= finished(ts)
    missing = [key for key in finished(fresh) if not done.get(key)]
    assert missing == []
