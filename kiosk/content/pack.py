"""A content pack: a folder of TOML files, the commune's overlay folders on top, decoded into the types handed in.

One broken file never takes the station down: it is left out (or its overlay is) and named in `Pack.faults`.
Knows no procedure, form or guide; signs and fetches nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import msgspec

from kiosk.content import cache
from kiosk.content.fault import ContentError
from kiosk.content.overlay import laid_over
from kiosk.i18n import Text
from kiosk.toml.fault import FileFault, fault
from kiosk.toml.parsing import Tree, parse
from kiosk.toml.reading import bytes_if_there, bytes_of, convert

T = TypeVar("T")
Layer = Mapping[str, bytes | FileFault]
"""File name without ending -> content, or why it cannot be read."""


class Pack:
    """Reads typed files. `overlays` lie over `root` in order; `kept` is a folder for the parsed copy, or None;
    `shipped` one with a parsed copy that came with the program."""

    def __init__(
        self, root: Path, *, overlays: Sequence[Path] = (), kept: Path | None = None, shipped: Path | None = None
    ) -> None:
        self.root = root
        self._overlays = tuple(overlays)
        self._kept = kept
        self._shipped = shipped
        self._faults: dict[str, tuple[FileFault, ...]] = {}

    @property
    def layers(self) -> tuple[Path, ...]:
        """The pack's folder, then the overlays."""
        return (self.root, *self._overlays)

    @property
    def faults(self) -> tuple[FileFault, ...]:
        """Every fault in what was read so far."""
        return tuple(sorted(fault for faults in self._faults.values() for fault in faults))

    def folder(self, name: str, kind: type[T]) -> dict[str, T]:
        """All `*.toml` of one folder by file name without ending, sorted; broken ones are left out (`faults`)."""
        return self._decoded(name, [_folder(layer / name) for layer in self.layers], kind)

    def file(self, name: str, kind: type[T]) -> T:
        """One file at the top of the pack. Raises `ContentError` when it is absent or broken."""
        stem = name.removesuffix(".toml")
        found = [bytes_if_there(layer / name, name) for layer in self.layers]
        layers = [{} if source is None else {stem: source} for source in found]
        decoded = self._decoded(name, layers, kind)
        if stem not in decoded:
            absent = fault(name, "", Text("nội dung phải có tệp này", "the pack must have this file"))
            raise ContentError(self._faults.get(name) or (absent,))
        return decoded[stem]

    def _decoded(self, name: str, layers: Sequence[Layer], kind: type[T]) -> dict[str, T]:
        digest = cache.digest_of(_parts(layers))
        place, shipped = (folder and folder / f"{name}.msgpack" for folder in (self._kept, self._shipped))
        for copy in (place, shipped):
            if (parsed := cache.load(copy, digest)) is not None:
                try:
                    return msgspec.msgpack.decode(parsed, type=dict[str, kind])  # type: ignore[valid-type]  # a type made at run time
                except msgspec.MsgspecError:
                    pass  # written by another version of the program: read the files again
        trees, values, faults = _read(name, layers, kind)
        self._faults[name] = faults
        if not faults:
            cache.keep(place, digest, trees)
        return values


def _folder(folder: Path) -> Layer:
    paths = sorted(folder.glob("*.toml")) if folder.is_dir() else ()
    return {path.stem: bytes_of(path, path.name) for path in paths if not path.name.startswith(".")}


def _parts(layers: Sequence[Layer]) -> Iterator[tuple[str, bytes]]:
    for depth, layer in enumerate(layers):
        for stem, content in layer.items():
            yield f"{depth}/{stem}", str(content).encode() if isinstance(content, FileFault) else content


def _read(
    name: str, layers: Sequence[Layer], kind: type[T]
) -> tuple[dict[str, Tree], dict[str, T], tuple[FileFault, ...]]:
    trees: dict[str, Tree] = {}
    values: dict[str, T] = {}
    faults: list[FileFault] = []
    for stem in sorted({stem for layer in layers for stem in layer}):
        for tree, value in _layered(name, stem, layers, kind, faults):
            trees[stem], values[stem] = tree, value
    return trees, values, tuple(faults)


def _layered(
    name: str, stem: str, layers: Sequence[Layer], kind: type[T], faults: list[FileFault]
) -> Iterator[tuple[Tree, T]]:
    """The value after each layer that is sound; a broken layer is skipped and its faults are noted."""
    below: Tree = {}
    file = name if name.endswith(".toml") else f"{name}/{stem}.toml"
    for depth, layer in enumerate(layers):
        if stem not in layer:
            continue
        label = f"(overlay) {file}" if depth else file
        content = layer[stem]
        parsed = replace(content, file=label) if isinstance(content, FileFault) else parse(content, label)
        if isinstance(parsed, FileFault):
            faults.append(parsed)
            continue
        tree = laid_over(below, parsed)
        value = convert(tree, kind, label)
        if isinstance(value, tuple):
            faults.extend(value)
            continue
        below = tree
        yield tree, value
