"""Data in, PDF bytes out: declarations, leaflets, posters, day sheets; `kiosk.typesetting` makes the pages.

It writes no file: the bytes go to `kiosk.printing`, or to whoever asked.
"""

from kiosk.documents.declaration import EmptySheetError, declaration
from kiosk.documents.dossier import Dossier
from kiosk.documents.guide_leaflet import guide_leaflet
from kiosk.documents.leaflet import LeafletSize, leaflet
from kiosk.documents.posted_list import PosterSize, posted_list
from kiosk.documents.receipt import privacy_receipt
from kiosk.documents.slip import slip
from kiosk.documents.steps_poster import Poster, steps_poster
from kiosk.documents.typesetter import TypesetDocument, Typesetter
from kiosk.typesetting.compiler import TypesettingError

__all__ = [
    "Dossier",
    "EmptySheetError",
    "LeafletSize",
    "Poster",
    "PosterSize",
    "TypesetDocument",
    "Typesetter",
    "TypesettingError",
    "declaration",
    "guide_leaflet",
    "leaflet",
    "posted_list",
    "privacy_receipt",
    "slip",
    "steps_poster",
]
