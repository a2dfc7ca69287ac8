"""Files of a content pack that nothing reads: a misspelt name would otherwise go unnoticed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kiosk.content.pack import Pack
from kiosk.i18n import Text
from kiosk.toml.fault import FileFault, Found, fault

_READ_BY_NOTHING = Text("không chỗ nào đọc tệp này; xin xem lại tên", "nothing reads this; check the name")
_NO_TOML = Text("cần tệp có đuôi .toml", "expected a file ending in .toml")

_FOLDERS = {"forms", "guides", "languages", "notices", "places", "portals", "posters", "procedures"}
_FILES = {
    "aliases.toml", "counters.toml", "doubts.toml", "elsewhere.toml", "fee-variants.toml", "groups.toml",
    "life-events.toml", "lodging.toml", "pack.toml", "plain-language.toml", "popular.toml", "portals.toml",
    "README.md", "registers.toml",
}  # fmt: skip


def strangers_in(pack: Pack) -> Iterator[FileFault]:
    """Files nothing reads: a misspelt folder or ending would otherwise go unnoticed."""
    if not pack.root.is_dir():
        yield fault(str(pack.root), "", Text("không phải thư mục", "is not a folder"))
    for depth, layer in enumerate(pack.layers):
        for name, expected in _strange(layer) if layer.is_dir() else ():
            yield fault(f"(overlay) {name}" if depth else name, "", expected)


def _strange(layer: Path) -> Iterator[Found]:
    for path in sorted(layer.iterdir()):
        if path.name not in (_FOLDERS if path.is_dir() else _FILES):
            yield path.name, _READ_BY_NOTHING
        elif path.is_dir():
            for inside in sorted(path.iterdir()):
                if inside.suffix != ".toml" or inside.is_dir():
                    yield f"{path.name}/{inside.name}", _NO_TOML
