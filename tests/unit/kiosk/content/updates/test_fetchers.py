"""The two ways content is fetched: what goes wrong on the line comes out as the fetcher's own errors."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from socket import socket

import httpx
import pytest
from tuf.api.exceptions import DownloadError, DownloadHTTPError, DownloadLengthMismatchError, SlowRetrievalError

from kiosk.content.updates.fetchers import FolderFetcher, WebFetcher, fetcher_for
from tests.helpers.rude_server import rude_server


def over(answer: Callable[[httpx.Request], httpx.Response]) -> WebFetcher:
    return WebFetcher(httpx.MockTransport(answer))


class Endless(httpx.SyncByteStream):
    """A server that trickles for ever."""

    def __iter__(self) -> Iterator[bytes]:
        """One byte after the other."""
        while True:
            yield b"x"


def refuse(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("no route", request=request)


def test_the_request_says_nothing_of_the_station() -> None:
    seen: list[httpx.Request] = []
    fetcher = over(lambda request: seen.append(request) or httpx.Response(200, stream=httpx.ByteStream(b"ok")))
    assert fetcher.download_bytes("https://example.vn/a", 10) == b"ok"
    assert set(seen[0].headers) == {"host", "accept-encoding", "connection", "user-agent"}
    assert seen[0].headers["user-agent"] == "kiosk-dvc"
    assert fetcher.received == 2
    fetcher.close()


@pytest.mark.parametrize("status", [301, 403, 404, 500])
def test_any_other_answer_than_the_file_is_an_error_with_its_status(status: int) -> None:
    with pytest.raises(DownloadHTTPError) as caught:
        over(lambda _: httpx.Response(status)).download_bytes("https://example.vn/a", 10)
    assert caught.value.status_code == status


def test_a_line_that_is_down_is_a_download_error() -> None:
    with pytest.raises(DownloadError, match="no connection"):
        over(refuse).download_bytes("https://example.vn/a", 10)


def test_an_address_that_is_none_is_a_download_error() -> None:
    with pytest.raises(DownloadError):
        over(lambda _: httpx.Response(200)).download_bytes("https://exa mple.vn:port/a", 10)


def head_byte_by_byte(client: socket) -> None:
    for letter in b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * 100_000:
        client.sendall(bytes([letter]))
        time.sleep(0.02)


def body_byte_by_byte(client: socket) -> None:
    client.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    for _ in range(100_000):
        client.sendall(b"x")
        time.sleep(0.02)


@pytest.mark.parametrize("deed", [head_byte_by_byte, body_byte_by_byte, lambda _client: time.sleep(30)])
def test_a_server_that_trickles_is_given_up(deed: Callable[[socket], None]) -> None:
    with rude_server(deed) as rude, pytest.raises(SlowRetrievalError):
        WebFetcher(longest_s=0.5).download_bytes(rude.address(), 1_000_000)


def test_nobody_is_followed_to_another_place() -> None:
    asked: list[str] = []

    def elsewhere(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.host)
        return httpx.Response(302, headers={"Location": "https://elsewhere.example/a"})

    with pytest.raises(DownloadHTTPError):
        over(elsewhere).download_bytes("https://example.vn/a", 10)
    assert asked == ["example.vn"]


def test_a_file_without_end_is_cut_at_the_signed_length() -> None:
    fetcher = over(lambda _: httpx.Response(200, stream=Endless()))
    with pytest.raises(DownloadLengthMismatchError):
        fetcher.download_bytes("https://example.vn/a", 1000)
    assert fetcher.received == 1001


def test_a_folder_gives_its_files_and_says_which_is_missing(tmp_path: Path) -> None:
    (tmp_path / "metadata").mkdir()
    (tmp_path / "metadata" / "a.json").write_bytes(b"{}")
    fetcher, address = fetcher_for(str(tmp_path))
    assert isinstance(fetcher, FolderFetcher)
    assert fetcher.download_bytes(f"{address}metadata/a.json", 10) == b"{}"
    with pytest.raises(DownloadHTTPError, match=r"metadata/b\.json"):
        fetcher.download_bytes(f"{address}metadata/b.json", 10)
    with pytest.raises(DownloadError):
        fetcher.download_bytes(f"{address}metadata", 10)
    with pytest.raises(DownloadError, match="no such folder"):
        FolderFetcher(tmp_path / "gone").download_bytes(f"{address}metadata/a.json", 10)
