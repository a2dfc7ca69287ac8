"""Closes the profile's ways out: every request of every frame, worker and picture is judged before it leaves.

One of three walls (interceptor, navigation, resolver): alone it lets redirects of a navigation out.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWebEngineCore import QWebEngineUrlRequestInfo, QWebEngineUrlRequestInterceptor

from ui.portal.link import sent
from ui.portal.ways_out import WaysOut

_PAGES = frozenset(
    {
        QWebEngineUrlRequestInfo.ResourceType.ResourceTypeMainFrame,
        QWebEngineUrlRequestInfo.ResourceType.ResourceTypeSubFrame,
        QWebEngineUrlRequestInfo.ResourceType.ResourceTypeNavigationPreloadMainFrame,
        QWebEngineUrlRequestInfo.ResourceType.ResourceTypeNavigationPreloadSubFrame,
        QWebEngineUrlRequestInfo.ResourceType.ResourceTypePluginResource,
    }
)


class Guard(QWebEngineUrlRequestInterceptor):
    """Asks `WaysOut` about each request, and blocks what it does not know."""

    def __init__(self, ways: WaysOut, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ways = ways

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        address = sent(info.requestUrl())
        is_page = info.resourceType() in _PAGES
        if not (self._ways.page(address) if is_page else self._ways.resource(address)):
            info.block(True)
