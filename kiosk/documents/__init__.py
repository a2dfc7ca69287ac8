"""Data in, PDF bytes out (typst): declarations, leaflets, posters, day sheets. The only room that knows typst.

It writes no file: the bytes go to `kiosk.printing`, or to whoever asked.
"""

from kiosk.documents.declaration import declaration
from kiosk.documents.leaflet import LeafletSize, leaflet
from kiosk.documents.press import Document, Press, TypesettingError

__all__ = ["Document", "LeafletSize", "Press", "TypesettingError", "declaration", "leaflet"]
