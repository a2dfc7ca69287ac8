"""Content and trust roots of this station: each is opened here, for the window and for every command."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import paths
from kiosk.content.pack import Pack
from kiosk.content.updates import current_pack
from kiosk.identification import read_trust_folder

if TYPE_CHECKING:
    from kiosk.identification import TrustStore


def shipped_content(assets: Path | None = None) -> Path:
    """The folder of the content that came with the program."""
    return (assets or paths.assets()) / "content"


def overlay() -> Path:
    """The commune's own files, laid over any pack."""
    return paths.config_overrides() / "content"


def station_pack(state: Path, *, root: Path | None = None, overlays: Sequence[Path] | None = None) -> Pack:
    """The pack in force, or the one at `root`, under this station's overlay or those named.

    Its parsed copy is kept in `state`; the copy that came with the program serves the first start.
    """
    return Pack(
        root or current_pack(state, shipped_content()),
        overlays=(overlay(),) if overlays is None else overlays,
        kept=state / "pack",
        shipped=paths.assets() / "parsed",
    )


def trust_roots() -> TrustStore:
    """The roots that came with the program and those of this station. Loads asn1crypto, so call it late."""
    return read_trust_folder(paths.shipped_config() / "trust", paths.config_overrides() / "trust")
