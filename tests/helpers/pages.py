"""Look at a PDF as a reader and as paper: its text, its fonts, its pages as grey images, the QR codes on them."""

from __future__ import annotations

import html
import io
import re
import subprocess
import tempfile
import unicodedata
from functools import lru_cache
from pathlib import Path

import numpy as np
import zxingcpp
from PIL import Image, ImageFilter

_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)"')
_WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*)</word>')
_FONT = re.compile(r'<fontspec id="(\d+)" size="([\d.]+)"')
_TEXT = re.compile(r'<text [^>]*font="(\d+)"[^>]*>(.*?)</text>', re.DOTALL)
_MARKUP = re.compile(r"<[^>]+>")


def _poppler(argv: list[str], pdf: bytes) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "paper.pdf")
        source.write_bytes(pdf)
        command = [argv[0], *argv[1:], str(source), *(["-"] if argv[0] == "pdftotext" else [])]
        return subprocess.run(command, capture_output=True, check=True, timeout=60).stdout


def text_of(pdf: bytes) -> str:
    """The text of all pages in the order in which it was set, without line breaks."""
    return " ".join(raw_text_of(pdf).split())


@lru_cache(maxsize=4)
def raw_text_of(pdf: bytes) -> str:
    """The same as it is copied; a test asks several things of one paper, which poppler need not read each time."""
    return _poppler(["pdftotext", "-raw", "-enc", "UTF-8"], pdf).decode("utf-8")


def is_composed(pdf: bytes) -> bool:
    """Whether the text in the PDF is NFC already."""
    return unicodedata.is_normalized("NFC", raw_text_of(pdf))


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


def as_photographed(page: Image.Image, seed: int) -> Image.Image:
    """The worn copy once more, held 3° askew and full of noise."""
    grey = np.asarray(as_printed(page).rotate(3 if seed % 2 else -3, Image.Resampling.BICUBIC, fillcolor=220))
    noise = np.random.default_rng(seed).normal(0, 18, grey.shape)
    return Image.fromarray(np.clip(grey + noise, 0, 255).astype(np.uint8))


def qr_texts(pdf: bytes, dpi: int = 150) -> list[str]:
    """What zxing-cpp reads from the pages at `dpi` after `as_printed`, in the order of the pages."""
    found = []
    for page in pages_of(pdf, dpi):
        found += [code.text for code in zxingcpp.read_barcodes(as_printed(page))]
    return found


def words_outside(pdf: bytes, margin_mm: float = 4.0) -> list[str]:
    """Words that reach into the margin no office printer prints on, or beyond the paper."""
    margin = margin_mm * 72 / 25.4
    outside = []
    page = (0.0, 0.0)
    for line in _poppler(["pdftotext", "-bbox", "-enc", "UTF-8"], pdf).decode("utf-8").splitlines():
        if found := _PAGE.search(line):
            page = (float(found[1]), float(found[2]))
        elif found := _WORD.search(line):
            left, top, right, bottom = (float(edge) for edge in found.groups()[:4])
            if left < margin or top < margin or right > page[0] - margin or bottom > page[1] - margin:
                outside.append(found[5])
    return outside


def ink_margins(pdf: bytes, dpi: int = 75) -> tuple[float, float, float, float]:
    """Millimetres from the top, bottom, left and right edge to the nearest ink of any page."""
    nearest = [999.0] * 4
    for page in pages_of(pdf, dpi):
        ink = np.asarray(page) < 160
        rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
        height, width = ink.shape
        dots = (rows[0], height - 1 - rows[-1], columns[0], width - 1 - columns[-1])
        nearest = [min(before, now / dpi * 25.4) for before, now in zip(nearest, dots, strict=True)]
    top, bottom, left, right = nearest
    return top, bottom, left, right


def smallest_size_of(pdf: bytes, text: str) -> float:
    """The smallest type size, in points, in which a part of `text` of two words or more is set."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "paper.pdf")
        source.write_bytes(pdf)
        command = ["pdftohtml", "-xml", "-i", "-stdout", "-zoom", "1", "-enc", "UTF-8", str(source)]
        xml = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode("utf-8")
    sizes = {found[1]: float(found[2]) for found in _FONT.finditer(xml)}
    pieces = [(found[1], html.unescape(_MARKUP.sub("", found[2])).strip()) for found in _TEXT.finditer(xml)]
    return min(sizes[font] for font, piece in pieces if " " in piece and piece in text)
