"""Look at a PDF as a reader and as paper: its text, its fonts, its pages as grey images, the QR codes on them."""

from __future__ import annotations

import io
import subprocess
import tempfile
import unicodedata
from pathlib import Path

import zxingcpp
from PIL import Image, ImageFilter


def _poppler(argv: list[str], pdf: bytes) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "paper.pdf")
        source.write_bytes(pdf)
        command = [argv[0], *argv[1:], str(source), *(["-"] if argv[0] == "pdftotext" else [])]
        return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout


def text_of(pdf: bytes) -> str:
    """The text of all pages without line breaks and zero-width spaces, NFC as poppler finds it."""
    text = _poppler(["pdftotext", "-enc", "UTF-8"], pdf).decode("utf-8")
    return " ".join(text.replace("\u200b", "").split())


def is_composed(pdf: bytes) -> bool:
    """Whether the text in the PDF is NFC already."""
    text = _poppler(["pdftotext", "-enc", "UTF-8"], pdf).decode("utf-8")
    return unicodedata.is_normalized("NFC", text)


def fonts_of(pdf: bytes) -> dict[str, bool]:
    """Font names without their subset prefix, and whether each is embedded."""
    lines = _poppler(["pdffonts"], pdf).decode("utf-8").splitlines()[2:]
    return {line.split()[0].partition("+")[2] or line.split()[0]: line.split()[-5] == "yes" for line in lines}


def pages_of(pdf: bytes, dpi: int = 150) -> list[Image.Image]:
    """The pages as grey images."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "paper.pdf")
        source.write_bytes(pdf)
        command = ["pdftoppm", "-r", str(dpi), "-gray", str(source), str(Path(folder, "page"))]
        subprocess.run(command, capture_output=True, check=True, timeout=120)
        files = sorted(Path(folder).glob("page-*.pgm"))
        return [Image.open(io.BytesIO(file.read_bytes())).copy() for file in files]


def as_printed(page: Image.Image) -> Image.Image:
    """A worn office printer and a copy of it: ink spreads, black turns dark grey, white turns light grey."""
    spread = page.convert("L").filter(ImageFilter.GaussianBlur(0.7))
    return spread.point([int(70 + value * 150 / 255) for value in range(256)])


def qr_texts(pdf: bytes, dpi: int = 150) -> list[str]:
    """What zxing-cpp reads from the pages at `dpi` after `as_printed`, in the order of the pages."""
    found = []
    for page in pages_of(pdf, dpi):
        found += [code.text for code in zxingcpp.read_barcodes(as_printed(page))]
    return found
