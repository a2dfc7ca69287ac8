"""Sheets of paper for the virtual scanner, drawn: two pages of writing and a blank one. Nobody's."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from kiosk import paths

A4_AT_200 = (1654, 2339)


def written_sheet(path: Path, title: str) -> None:
    """A4 at 200 dots an inch with a heading and lines of writing."""
    sheet = Image.new("RGB", A4_AT_200, "white")
    draw = ImageDraw.Draw(sheet)
    fonts = paths.assets() / "fonts"
    heading = ImageFont.truetype(str(fonts / "BeVietnamPro-Bold.ttf"), 64)
    body = ImageFont.truetype(str(fonts / "BeVietnamPro-Regular.ttf"), 34)
    draw.text((200, 220), title, "black", heading)
    for line in range(36):
        draw.text((200, 380 + 48 * line), "Điều khoản mẫu để thử máy quét, không của ai cả, dòng này", "black", body)
    sheet.save(path, dpi=(200, 200))


def blank_sheet(path: Path) -> None:
    """An A4 page of white, 200 dots an inch, as the paper of which a form was forgotten."""
    Image.new("RGB", A4_AT_200, "white").save(path, dpi=(200, 200))


def draw_sheets(folder: Path) -> None:
    """A written, a blank and a written sheet, in this order."""
    folder.mkdir(parents=True, exist_ok=True)
    written_sheet(folder / "1.png", "HỢP ĐỒNG MẪU")
    blank_sheet(folder / "2.png")
    written_sheet(folder / "3.png", "PHỤ LỤC MẪU")
