"""One scanned page of a visit: as it lay on the glass, as it will be handed over, and whether it is clear.

Kept as JPEG in memory, half a megabyte a picture; every picture is encoded here from bare dots, so nothing the
scanner wrote beside them (serial number, time, comments) goes along.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace

from PIL import Image

from devices.pictures import picture
from devices.scanner.interface import ScannedPage
from kiosk.scanning.verdict import Defect, PageQuality

QUALITY = 82
"""315 to 550 kB for A4 in colour at 200 dots an inch."""
BEFORE_QUALITY = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedPage:
    """`before` and `after` are JPEG; `document` is the id of the paper on the procedure's list, or empty."""

    before: bytes = field(repr=False)
    after: bytes = field(repr=False)
    resolution: int
    angle: float
    verdict: PageQuality
    document: str = ""
    accepted: bool = False
    """The person keeps it in spite of the verdict."""

    @property
    def is_good(self) -> bool:
        """Nothing has to be done about it."""
        return self.verdict.is_clear or self.accepted


def page_of(scanned: ScannedPage, document: str = "") -> JudgedPage:
    """Straighten, judge and encode one page."""
    # numpy takes a fifth of a second to load: the first scan pays it, not the start of the station.
    from kiosk.scanning.gate import judge
    from kiosk.scanning.straighten import straighten

    sheet = straighten(scanned.image, scanned.resolution)
    return JudgedPage(
        before=encoded(scanned.image, BEFORE_QUALITY),
        after=encoded(sheet.image, QUALITY),
        resolution=scanned.resolution,
        angle=sheet.angle,
        verdict=judge(sheet, scanned.resolution),
        document=document,
    )


def turned(page: JudgedPage) -> JudgedPage:
    """The page the other way up, or a page that lies sideways set on its feet; what else the verdict said stays."""
    image, defects = decoded(page.after), page.verdict.defects
    if Defect.SIDEWAYS in defects:
        from kiosk.scanning.gate import reads_upside_down

        turn = Image.Transpose.ROTATE_90
        if reads_upside_down(image.transpose(turn), page.resolution):
            turn = Image.Transpose.ROTATE_270
    else:
        turn = Image.Transpose.ROTATE_180
    left = tuple(defect for defect in defects if defect not in (Defect.SIDEWAYS, Defect.UPSIDE_DOWN))
    return replace(page, after=encoded(image.transpose(turn), QUALITY), verdict=PageQuality(defects=left))


def uncut(page: JudgedPage) -> JudgedPage:
    """The page as it lay on the glass, for when the sheet was found in the wrong place."""
    return replace(page, after=page.before, angle=0.0)


def encoded(image: Image.Image, quality: int) -> bytes:
    """A JPEG without metadata (no EXIF, no profile); `quality` from 1 to 95, as Pillow counts it."""
    bare = Image.frombytes(image.mode, image.size, image.tobytes()) if image.info else image
    kept = io.BytesIO()
    bare.save(kept, "JPEG", quality=quality)
    return kept.getvalue()


def decoded(jpeg: bytes) -> Image.Image:
    """The picture of an own JPEG."""
    return picture(jpeg, formats=("JPEG",))
