"""A paper before it is printed: every page of it, large enough to read, and told where to sign."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem

from kiosk.documents import LeafletSize
from tests.helpers.kiosk_window import KioskWindow, kiosk_window
from ui.audit.driving import SessionDriver


def texts(window: KioskWindow) -> list[str]:
    return window.user.texts()


def drawn(window: KioskWindow) -> set[str]:
    """Where the pictures come from that are painted now."""
    found: list[QQuickItem] = [window.app.window.contentItem()]
    sources = set()
    while found:
        item = found.pop()
        if item.isVisible():
            found += item.childItems()
            if item.metaObject().className() == "QQuickImage" and float(item.property("paintedWidth")) > 1:
                sources.add(item.property("source").toString())
    return {source for source in sources if source.startswith("image://sheet/")}


def test_every_page_of_a_leaflet_is_read_large_and_only_what_is_seen_is_decoded(
    qapp: QGuiApplication, tmp_path: Path
) -> None:
    with kiosk_window(tmp_path) as window:
        driver, user = SessionDriver(window.app), window.user
        window.app.look.setProperty("doubleTapGuard", 0)  # the same button again and again
        session = driver.session
        user.press("Chạm vào đây để bắt đầu")
        session = driver.session
        driver.do(lambda: session.choose_procedure("dang-ky-tam-tru"))
        driver.do(session.print_papers)
        driver.do(lambda: session.paper.choose_size(LeafletSize.LARGE))
        driver.wait(lambda: bool(session.paper.sheets))
        (leaflet,) = session.paper.sheets
        assert len(leaflet.pages) >= 2
        user.press("Xem to: Giấy hướng dẫn")
        pages = window.app.pages.put(*leaflet.pages)
        user.wait_to_see(f"Trang 1 trên {len(pages)}")
        user.wait_for(lambda: drawn(window) == {pages[0]}, "the first page, and no other")
        for _ in range(4 * len(pages)):
            if user.can_press("Xem tiếp"):
                user.press("Xem tiếp")
        user.wait_for(lambda: pages[-1] in drawn(window) and pages[0] not in drawn(window), "the last page")
        user.wait_to_see(f"Trang {len(pages)} trên {len(pages)}")
        assert not any("ký tờ này" in text for text in texts(window))
        user.press("Thu nhỏ giấy")
        assert drawn(window) == set()
        assert window.app.warnings == []
