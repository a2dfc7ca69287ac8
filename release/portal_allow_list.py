"""What may enter the portal's package: of Qt, QtWebEngine and what it links; two languages; no tools for developers.

The rest of the frozen portal is the kiosk's own (`release.allow_list`), lies in the kiosk's folder and is taken out.
"""

from __future__ import annotations

from pathlib import Path

from release.allow_list import belongs

LIBRARIES = (
    "Positioning",
    "PrintSupport",
    "WebChannel",
    "WebChannelQuick",
    "WebEngineCore",
    "WebEngineQuick",
    "Widgets",
)
"""Qt libraries of the package. QtWebEngine links Positioning and WebChannel, its bindings import PrintSupport and
Widgets, whether they are used or not."""
BINDINGS = ("QtPrintSupport", "QtWebChannel", "QtWebEngineCore", "QtWebEngineQuick", "QtWidgets")
QML = "qml/QtWebEngine/"
NO_DELEGATES = "qml/QtWebEngine/ControlsDelegates/"
"""Dialogs that QtWebEngine would show by itself: every one of them is refused or drawn by the portal."""
LOCALES = ("en-US.pak", "vi.pak")
RESOURCES = (
    "icudtl.dat",
    "qtwebengine_resources.pak",
    "qtwebengine_resources_100p.pak",
    "qtwebengine_resources_200p.pak",
    "v8_context_snapshot.bin",
)
"""All of QtWebEngine's but its developer tools."""
PROCESS = "QtWebEngineProcess"


def is_of_the_browser(target: str) -> bool:
    """Whether a file of that place inside the frozen folder is QtWebEngine's and wanted."""
    place = target.replace("\\", "/")
    name = place.rpartition("/")[2]
    if not place.startswith("PySide6/"):
        return False
    if QML in place:
        return NO_DELEGATES not in place and not name.endswith((".qmlc", ".qmltypes"))
    if "qtwebengine_locales/" in place:
        return name in LOCALES
    if "/resources/" in place:
        return name in RESOURCES
    return (
        name in (PROCESS, "qt.conf")
        or any(name.startswith((f"libQt6{library}.so", f"Qt6{library}.dll")) for library in LIBRARIES)
        or any(name.startswith(f"{binding}.") for binding in BINDINGS)
    )


def belongs_to_portal(target: str) -> bool:
    """Whether it may lie in the frozen portal: the browser's, or something the kiosk's own folder may hold."""
    place = target.replace("\\", "/")
    if "PySide6/" in place and ("/resources/" in place or "qtwebengine" in place):
        return is_of_the_browser(target)
    return is_of_the_browser(target) or belongs(target)


def portal_strangers(folder: Path) -> list[str]:
    """Every file of the portal's own folder, what the kiosk has taken out, that is neither the browser's nor ours."""
    files = (str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in files if not _is_ours(name))


def _is_ours(name: str) -> bool:
    inside = name.removeprefix("_internal/")
    return name == "kiosk-dvc-portal" or inside.startswith("ui/portal/") or is_of_the_browser(inside)
