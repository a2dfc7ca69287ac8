"""A made-up province that publishes content: keys, signers, releases; and a real static web server for it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import IO

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Root, Targets

from kiosk.clock import Clock
from kiosk.content.updates.publishing.drafts import Repository, draft_root, sign
from kiosk.content.updates.publishing.offers import draft_pack, draft_program, draft_renewal, draft_system, offered
from kiosk.content.updates.publishing.release import DAYS, release

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)


@dataclass(slots=True)
class Province:
    """Three root keys, three packers' keys, one releasing key, and the folder they publish."""

    place: Path
    roots: list[CryptoSigner] = field(default_factory=lambda: [CryptoSigner.generate_ed25519() for _ in range(3)])
    packers: list[CryptoSigner] = field(default_factory=lambda: [CryptoSigner.generate_ed25519() for _ in range(3)])
    online: CryptoSigner = field(default_factory=CryptoSigner.generate_ed25519)

    @property
    def public(self) -> Path:
        """What the web server or the stick offers."""
        return self.place / "public"

    @property
    def repository(self) -> Repository:
        """The publishing folder."""
        return Repository(self.place)

    @property
    def root(self) -> bytes:
        """The first root, as it lies in a station's trust folder."""
        return (self.public / "metadata" / "1.root.json").read_bytes()

    def found(self, now: datetime) -> None:
        """The first root, or the next one with the keys of now, signed by two."""
        roots, packers = ([each.public_key for each in group] for group in (self.roots, self.packers))
        draft_root(self.repository, roots, packers, self.online.public_key, now)

    def sign_root(self, *signers: CryptoSigner) -> int:
        """Sign the drafted root; returns what is missing."""
        return [sign(self.repository, Root, signer) for signer in signers][-1]

    def publish(self, pack: Path, now: datetime | None = None, days: int = DAYS) -> None:
        """Found if need be, pack, sign by two, release."""
        now = now or Clock().utc()
        if self.repository.published(Root) is None:
            self.found(now)
            self.sign_root(*self.roots[:2])
        draft_pack(self.repository, pack, now)
        self.sign_targets(*self.packers[:2])
        self.release(now, days)

    def publish_program(self, package: Path) -> None:
        """A program package beside what is out, signed by two, released."""
        draft_program(self.repository, package, Clock().utc())
        self.sign_targets(*self.packers[:2])
        self.release()

    def publish_system(self, slot: Path) -> None:
        """A system of the bootable image beside what is out, signed by two, released."""
        draft_system(self.repository, slot, Clock().utc())
        self.sign_targets(*self.packers[:2])
        self.release()

    def renew(self, now: datetime | None = None) -> None:
        """The same pack for another year, signed by two, released."""
        draft_renewal(self.repository, now or Clock().utc())
        self.sign_targets(*self.packers[:2])
        self.release(now)

    def sign_targets(self, *signers: CryptoSigner) -> int:
        """Sign the drafted targets; returns what is missing."""
        return [sign(self.repository, Targets, signer) for signer in signers][-1]

    def release(self, now: datetime | None = None, days: int = DAYS) -> None:
        """Release or renew."""
        release(self.repository, self.online, now or Clock().utc(), days)

    def offers(self) -> str:
        """The version that is published."""
        out = self.repository.published(Targets)
        return str(offered(out.signed)) if out else ""


class _Silent(SimpleHTTPRequestHandler):
    """Python's static file server, without its log."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


class _Breaking(_Silent):
    """Its line breaks in the middle of every pack."""

    def copyfile(self, source: IO[bytes], outputfile: IO[bytes]) -> None:  # type: ignore[override]
        """Half of the file, where it is a pack."""
        content = source.read()
        outputfile.write(content[: len(content) // 2] if self.path.endswith(".tar.xz") else content)


@contextmanager
def static_server(folder: Path, *, breaks: bool = False) -> Iterator[str]:
    """Serve a folder on loopback, as any web server would; yields its address."""
    kind = _Breaking if breaks else _Silent
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(kind, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def write_pack(folder: Path, version: str, **files: str) -> Path:
    """A pack folder of this version: `notices/text.toml` says the version, `files` (with __ for /) come on top."""
    content = {"pack__toml": f'version = "{version}"\n', "notices__text__toml": f'text = "{version}"\n', **files}
    for name, text in content.items():
        parts = name.split("__")
        path = folder.joinpath(*parts[:-2], f"{parts[-2]}.{parts[-1]}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder
