"""Where signed content is fetched: any static web server, or a folder such as a USB stick.

Both offer the same two folders, `metadata/` and `targets/`. Nothing is believed here; `authority` verifies it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import httpx
from tuf.api.exceptions import DownloadError, DownloadHTTPError, SlowRetrievalError
from tuf.ngclient import FetcherInterface

from devices.bounded_http import BoundedHttp, HttpFaultError, SilentError

LONGEST: Final = 3_600.0
"""Seconds for one file, so that a server that trickles cannot hold the station for ever."""
LONGEST_OF_METADATA: Final = 120.0
"""Seconds for one file of some kilobytes; there are up to a handful before anything is taken."""
CHUNK: Final = 65_536
OK: Final = 200
ABSENT: Final = 404


class WebFetcher(FetcherInterface):
    """`http://` or `https://`; the signatures protect the content, with or without TLS. Close it after use."""

    def __init__(self, transport: httpx.BaseTransport | None = None, *, longest_s: float = LONGEST):
        self._longest_s = longest_s
        self._http = BoundedHttp(seconds=longest_s, most_bytes=CHUNK, transport=transport)
        self.received = 0
        """Bytes of file content received so far; how many there may be is signed, and counted by tuf."""

    def _fetch(self, url: str) -> Iterator[bytes]:
        try:
            with self._http.download(url, headers={"User-Agent": "kiosk-dvc"}, seconds=self._seconds(url)) as answer:
                if answer.status != OK:
                    raise DownloadHTTPError(f"{url}: HTTP {answer.status}", answer.status)
                for chunk in answer.chunks:
                    self.received += len(chunk)
                    yield chunk
        except SilentError as fault:
            raise SlowRetrievalError(f"{url}: not whole in time") from fault
        except HttpFaultError as fault:
            raise DownloadError(f"{url}: {fault}") from fault

    def _seconds(self, url: str) -> float:
        return min(self._longest_s, LONGEST_OF_METADATA) if "/metadata/" in url else self._longest_s

    def close(self) -> None:
        """No connection outlives its file."""


class FolderFetcher(FetcherInterface):
    """A folder that holds what the web server would offer."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.received = 0
        """Bytes read so far."""

    def _fetch(self, url: str) -> Iterator[bytes]:
        try:
            with (self._folder / url.removeprefix("folder:/")).open("rb") as file:
                while chunk := file.read(CHUNK):
                    self.received += len(chunk)
                    yield chunk
        except FileNotFoundError as fault:
            if not self._folder.is_dir():
                raise DownloadError(f"{self._folder}: no such folder") from fault
            raise DownloadHTTPError(f"{url.removeprefix('folder:/')}: no such file", ABSENT) from fault
        except OSError as fault:
            raise DownloadError(f"{url.removeprefix('folder:/')}: {fault.strerror}") from fault

    def close(self) -> None:
        """Nothing is held."""


def fetcher_for(source: str, *, longest_s: float = LONGEST) -> tuple[WebFetcher | FolderFetcher, str]:
    """Fetcher and base address (ending in a slash) of `updates.source`, or of a folder named by hand."""
    if source.startswith(("http://", "https://")):
        return WebFetcher(longest_s=longest_s), source.rstrip("/") + "/"
    return FolderFetcher(Path(source)), "folder:/"
