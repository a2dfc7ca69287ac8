"""What may enter the frozen folder: an allow-list of Qt libraries, plugins and QML modules.

PyInstaller's hook for QtQml takes the whole QML tree, GPL-only modules with it; so everything of Qt is left out that
is not named here. `strangers` reads a built folder and names what does not belong.
"""

from __future__ import annotations

import re
from pathlib import Path

QT_LIBRARIES = frozenset(
    {
        "Core",
        "DBus",
        "Gui",
        "Network",
        "OpenGL",
        "Qml",
        "QmlMeta",
        "QmlModels",
        "QmlWorkerScript",
        "Quick",
        "QuickLayouts",
        "QuickTemplates2",
        "Svg",
        "WaylandClient",
        "WlShellIntegration",
    }
)
QT_PLUGINS = (
    "imageformats/libqjpeg",
    "imageformats/libqsvg",
    "iconengines/libqsvgicon",
    "platforms/libqoffscreen",
    "platforms/libqwayland",
    "platforms/qwindows",
    "wayland-shell-integration/libxdg-shell",
)
"""The kiosk draws under a Wayland compositor with the processor: no X11, no EGL on bare screens, no GTK theme."""
QML_MODULES = ("QtQuick/Layouts/", "QtQuick/Templates/", "QtQml/Models/", "QtQml/WorkerScript/", "QtQml/Base/")
QML_TOP = ("QtQml/", "QtQuick/")
GPL_ONLY = (
    "Charts",
    "DataVisualization",
    "Graphs",
    "HttpServer",
    "Lottie",
    "NetworkAuth",
    "Quick3D",
    "QuickTimeline",
    "VirtualKeyboard",
)
"""Qt modules offered under GPL-3 (or commercially) only."""

UNUSED = ("PIL/_avif.", "PIL/_imagingtk.", "pillow.libs/libavif-")
"""Parts of wheels nothing here calls; Pillow finds out that they are absent only when a picture needs them."""

_FROM_DEBIAN = ("/lib/", "/usr/lib/")
_PLUGIN = re.compile(r"PySide6/(?:Qt/)?plugins/(?P<name>.*)")
_QML = re.compile(r"PySide6/(?:Qt/)?qml/(?P<name>.*)")
_LIBRARY = re.compile(r"(?:^|/)(?:lib)?Qt6(?P<name>[A-Za-z0-9]+?)(?:\.so[.0-9]*|\.dll)$")
_BINDING = re.compile(r"PySide6/Qt(?P<name>[A-Za-z0-9]+)\.(?:abi3\.so|pyd)$")
BINDINGS = frozenset({"Core", "Gui", "Network", "Qml", "Quick", "Svg", "OpenGL"})


def belongs(target: str) -> bool:
    """Whether a file of that place inside the frozen folder may be there. Only Qt's own files are judged."""
    place = target.replace("\\", "/")
    if place.endswith((".qmlc", ".jsc")):
        return False  # compiled where the program is installed: such a file holds its own path
    if match := _LIBRARY.search(place):
        return match["name"] in QT_LIBRARIES
    if match := _BINDING.search(place):
        return match["name"] in BINDINGS
    if "/Qt/translations/" in place or "/translations/qt" in place:
        return False
    if place.startswith(UNUSED):
        return False
    if match := _PLUGIN.search(place):
        name = match["name"].removeprefix("/")
        return name.startswith(QT_PLUGINS) or name.replace("/q", "/libq", 1).startswith(QT_PLUGINS)
    if match := _QML.search(place):
        module = match["name"]
        top = any(module.startswith(name) and "/" not in module.removeprefix(name) for name in QML_TOP)
        return top or module.startswith(QML_MODULES)
    return True


def provided_by_debian(source: str) -> bool:
    """Whether a library to be bundled comes from Debian, which then is a dependency and keeps it up to date itself.

    Python's own library and modules are bundled: they must fit the frozen byte code exactly.
    """
    return source.startswith(_FROM_DEBIAN) and "python3" not in source


def strangers(folder: Path) -> list[str]:
    """Every file of a built folder that the allow-list does not know or whose name says GPL-only, sorted."""
    files = (str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in files if not belongs(name) or _is_gpl_only(name))


def _is_gpl_only(name: str) -> bool:
    parts = re.split(r"[/.]", name.replace("\\", "/"))
    return any(part.removeprefix("lib").removeprefix("Qt6").removeprefix("Qt") in GPL_ONLY for part in parts)
