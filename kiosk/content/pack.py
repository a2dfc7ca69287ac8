"""A content pack: a folder of TOML files, the commune's overlay folders on top, decoded into the types handed in.

One broken file never takes the station down: it is left out (or its overlay is) and named in `Pack.faults`.
Knows no procedure, form or guide; signs and fetches nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from kiosk.content import cache
from kiosk.content.decoding import Tree, convert, parse
from kiosk.content.fault import ContentError, Fault
from kiosk.content.overlay import laid_over

T = TypeVar("T")


class Pack:
    """Reads typed files. `overlays` lie over `root` in order; `kept` is a folder for the parsed copy, or None."""

    def __init__(self, root: Path, *, overlays: Sequence[Path] = (), kept: Path | None = None) -> None:
        self.root = root
        self._overlays = tuple(overlays)
        self._kept = kept
        self._faults: dict[str, tuple[Fault, ...]] = {}

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Every fault in what was read so far."""
        return tuple(sorted(fault for faults in self._faults.values() for fault in faults))

    def folder(self, name: str, kind: type[T]) -> dict[str, T]:
        """All `*.toml` of one folder by file name without ending, sorted; broken ones are left out (`faults`)."""
        layers = [self._folder_bytes(layer / name) for layer in (self.root, *self._overlays)]
        return self._decoded(name, layers, kind)

    def file(self, name: str, kind: type[T]) -> T:
        """One file at the top of the pack. Raises `ContentError` when it is absent or broken."""
        stem = name.removesuffix(".toml")
        layers = [
            {stem: found} if (found := _bytes_of(layer / name)) is not None else {}
            for layer in (self.root, *self._overlays)
        ]
        decoded = self._decoded(name, layers, kind)
        if stem not in decoded:
            absent = Fault(file=name, path="", expected="the pack must have this file")
            raise ContentError(self._faults.get(name) or (absent,))
        return decoded[stem]

    def _folder_bytes(self, folder: Path) -> dict[str, bytes]:
        paths = sorted(folder.glob("*.toml")) if folder.is_dir() else ()
        found = ((path.stem, _bytes_of(path)) for path in paths if not path.name.startswith("."))
        return {stem: content for stem, content in found if content is not None}

    def _decoded(self, name: str, layers: Sequence[dict[str, bytes]], kind: type[T]) -> dict[str, T]:
        parts = ((f"{n}/{stem}", content) for n, layer in enumerate(layers) for stem, content in layer.items())
        digest = cache.digest_of(parts)
        place = self._kept / f"{name}.msgpack" if self._kept else None
        if (kept := cache.load(place, digest)) is not None:
            try:
                return msgspec.msgpack.decode(kept, type=dict[str, kind])  # type: ignore[valid-type]
            except msgspec.MsgspecError:
                pass  # written by another version of the program: read the files again
        trees, values, faults = _read(name, layers, kind)
        self._faults[name] = faults
        if not faults:
            cache.keep(place, digest, msgspec.msgpack.encode(trees))
        return values


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError:
        return None


def _read(
    name: str, layers: Sequence[dict[str, bytes]], kind: type[T]
) -> tuple[dict[str, Tree], dict[str, T], tuple[Fault, ...]]:
    trees: dict[str, Tree] = {}
    values: dict[str, T] = {}
    faults: list[Fault] = []
    for stem in sorted({stem for layer in layers for stem in layer}):
        for tree, value in _layered(name, stem, layers, kind, faults):
            trees[stem], values[stem] = tree, value
    return trees, values, tuple(faults)


def _layered(
    name: str, stem: str, layers: Sequence[dict[str, bytes]], kind: type[T], faults: list[Fault]
) -> Iterator[tuple[Tree, T]]:
    """The value after each layer that is sound; a broken layer is skipped and its faults are noted."""
    below: Tree = {}
    for depth, layer in enumerate(layers):
        if stem not in layer:
            continue
        file = name if name.endswith(".toml") else f"{name}/{stem}.toml"
        label = f"(overlay) {file}" if depth else file
        parsed = parse(layer[stem], label)
        if isinstance(parsed, Fault):
            faults.append(parsed)
            continue
        tree = laid_over(below, parsed)
        value = convert(tree, kind, label)
        if isinstance(value, tuple):
            faults.extend(value)
            continue
        below = tree
        yield tree, value
