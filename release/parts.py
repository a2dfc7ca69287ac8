"""What the installed megabytes are: every part over 5 MB with the reason why it is there."""

from __future__ import annotations

from pathlib import Path

from release.folder import megabytes

REASONS = {
    "PySide6": "Qt and its Python bindings: the window, QML, Wayland; 32 MB of it is ICU's data, which QtCore links",
    "typst": "the typesetter of every paper, with its fonts and PDF/A writer, in one library",
    "numpy.libs": "OpenBLAS and libgfortran, which numpy links whether linear algebra is used or not",
    "numpy": "arrays of the scanned page and of the scanner's simulator",
    "pillow.libs": "JPEG, TIFF, WebP, FreeType and HarfBuzz for Pillow",
    "PIL": "Pillow: photo of the chip, scanned pages",
    "cryptography": "ciphers and certificates, with its own OpenSSL",
    "pypdfium2_raw": "PDFium, in one library: pages as a raster for printers that take no PDF (decision 22)",
    "python3.11": "Python's compiled modules",
    "libpython3.11.so.1.0": "Python itself",
    "kiosk-dvc": "the starter, with all Python code compressed at its end",
    "psycopg_binary.libs": "libpq, OpenSSL and Kerberos for the way up to the province",
    "assets": "content, paper templates, fonts, demo cards, drawings",
}
OVER = 5.0


def parts(folder: Path) -> dict[str, float]:
    """MB of each part of the folder, largest first: its top-level entries, `_internal` opened."""
    inside = [path for path in folder.iterdir() if path.name != "_internal"]
    inside += list((folder / "_internal").iterdir())
    sizes = {path.name: _size(path) for path in inside if not path.is_symlink()}
    return dict(sorted(sizes.items(), key=lambda item: -item[1]))


def _size(path: Path) -> float:
    return megabytes(path) if path.is_dir() else path.stat().st_size / 1e6


def unexplained(folder: Path) -> list[str]:
    """Every part over 5 MB that nobody gave a reason for."""
    return [name for name, size in parts(folder).items() if size >= OVER and name not in REASONS]


def table(folder: Path) -> str:
    """Every part over 5 MB with its reason."""
    rows = [(name, size) for name, size in parts(folder).items() if size >= OVER]
    return "\n".join(f"  {size:6.1f} MB  {name:22} {REASONS.get(name, '?')}" for name, size in rows)
