"""Where signed content is fetched: any static web server, or a folder such as a USB stick.

Both offer the same two folders, `metadata/` and `targets/`. Nothing is believed here; `authority` verifies it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import httpx
from tuf.api.exceptions import DownloadError, DownloadHTTPError, SlowRetrievalError
from tuf.ngclient import FetcherInterface

TIMEOUT: Final = httpx.Timeout(20.0, connect=10.0)
"""Seconds for one answer; a commune's line is slow, not silent."""
LONGEST: Final = 3_600.0
"""Seconds for one file, so that a server that trickles cannot hold the station for ever."""
CHUNK: Final = 65_536
ABSENT: Final = 404


class WebFetcher(FetcherInterface):
    """`http://` or `https://`; the signatures protect the content, with or without TLS. Close it after use."""

    def __init__(self, transport: httpx.BaseTransport | None = None, clock: Callable[[], float] = time.monotonic):
        headers = {"User-Agent": "kiosk-dvc", "Accept-Encoding": "identity"}
        self._client = httpx.Client(timeout=TIMEOUT, headers=headers, transport=transport)
        self._clock = clock
        self.received = 0
        """Bytes of file content received so far."""

    def _fetch(self, url: str) -> Iterator[bytes]:
        until = self._clock() + LONGEST
        try:
            with self._client.stream("GET", url) as answer:
                if answer.status_code != httpx.codes.OK:
                    raise DownloadHTTPError(f"{url}: HTTP {answer.status_code}", answer.status_code)
                for chunk in answer.iter_raw():
                    self.received += len(chunk)
                    if self._clock() > until:
                        raise SlowRetrievalError(f"{url}: slower than {LONGEST:.0f} s")
                    yield chunk
        except (httpx.HTTPError, httpx.InvalidURL) as fault:
            raise DownloadError(f"{url}: {type(fault).__name__}") from fault

    def close(self) -> None:
        """Let go of the connections kept alive to the province."""
        self._client.close()


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


def fetcher_for(source: str) -> tuple[WebFetcher | FolderFetcher, str]:
    """Fetcher and base address (ending in a slash) of `updates.source`, or of a folder named by hand."""
    if source.startswith(("http://", "https://")):
        return WebFetcher(), source.rstrip("/") + "/"
    return FolderFetcher(Path(source)), "folder:/"
