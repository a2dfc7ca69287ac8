"""The web server under the practice portals: TLS by name on one port of loopback, every request recorded."""

from __future__ import annotations

import json
import ssl
import threading
import urllib.parse
from collections.abc import Callable
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PATIENCE_S = 20.0
"""Seconds that a connection may be silent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a browser asked; `host` as it stands in the address, without a port."""

    method: str
    host: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes

    @property
    def cookies(self) -> dict[str, str]:
        """The cookies that came with it."""
        return {name: morsel.value for name, morsel in SimpleCookie(self.headers.get("cookie", "")).items()}

    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body or b"null")


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What the server answers; `headers` may name one header several times."""

    body: bytes = b""
    status: int = 200
    content_type: str = "text/html; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()


def page(text: str, *, status: int = 200, headers: tuple[tuple[str, str], ...] = ()) -> Response:
    """An HTML page."""
    return Response(body=text.encode(), status=status, headers=headers)


def as_json(value: object, **more: Any) -> Response:
    """JSON, as the interfaces behind the pages speak."""
    return Response(body=json.dumps(value, ensure_ascii=False).encode(), content_type="application/json", **more)


def redirect(to: str, *, headers: tuple[tuple[str, str], ...] = ()) -> Response:
    """Sends the browser elsewhere."""
    return Response(status=302, headers=(("Location", to), *headers))


NOT_FOUND = page("<p>Không tìm thấy trang", status=404)
Answer = Callable[[Request], Response]


@dataclass(slots=True)
class Recorded:
    """What came in, in its order; read by the tests while the server runs."""

    requests: list[Request] = field(default_factory=list)

    def of(self, host: str) -> list[Request]:
        """The requests that reached this host."""
        return [request for request in list(self.requests) if request.host == host]


class Server:
    """Answers on loopback until it is stopped; `certificates` are files by host, None for every other name. Port 0:
    any that is free."""

    def __init__(self, answer: Answer, certificates: dict[str | None, str], port: int = 0) -> None:
        self.recorded = Recorded()
        contexts = {host: _context(file) for host, file in certificates.items()}
        first = _context(certificates[None])
        first.sni_callback = lambda connection, name, _: setattr(
            connection, "context", contexts.get(name, contexts[None])
        )
        self._server = _Threads(("127.0.0.1", port), _handler(answer, self.recorded))
        self._server.tls = first
        self.port: int = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """No answer comes any more."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class _Threads(ThreadingHTTPServer):
    daemon_threads = True
    tls: ssl.SSLContext

    def finish_request(self, request: Any, client_address: Any) -> None:
        """In the connection's own thread, so that a slow handshake keeps nobody waiting."""
        request.settimeout(PATIENCE_S)
        try:
            with self.tls.wrap_socket(request, server_side=True) as encrypted:
                super().finish_request(encrypted, client_address)
        except OSError:
            return  # the browser went away, or refused the certificate: both are meant

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away in the middle is no news."""


def _context(file: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


def _handler(answer: Answer, recorded: Recorded) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *words: object) -> None:
            """Nothing is written: `recorded` holds what came."""

        def answered(self) -> None:
            asked = urllib.parse.urlsplit(self.path)
            length = int(self.headers.get("Content-Length") or 0)
            request = Request(
                method=self.command,
                host=(self.headers.get("Host") or "").partition(":")[0],
                path=asked.path,
                query=dict(urllib.parse.parse_qsl(asked.query, keep_blank_values=True)),
                headers={name.lower(): value for name, value in self.headers.items()},
                body=self.rfile.read(length) if length else b"",
            )
            recorded.requests.append(request)
            self.send(answer(request))

        def send(self, response: Response) -> None:
            self.send_response(response.status)
            self.send_header("Content-Type", response.content_type)
            self.send_header("Content-Length", str(len(response.body)))
            for name, value in response.headers:
                self.send_header(name, value)
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(response.body)

        do_GET = do_POST = do_HEAD = do_PUT = do_OPTIONS = answered

    return Handler
