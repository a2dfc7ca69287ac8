"""A server on loopback that does to one connection after the other whatever a test wants done to its client."""

from __future__ import annotations

import ipaddress
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from socket import SHUT_RDWR, SHUT_WR, create_server, socket

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

Deed = Callable[[socket], None]


@dataclass(kw_only=True)
class Rude:
    """Where it listens, and the first bytes each client sent."""

    port: int
    asked: list[bytes] = field(default_factory=list)
    _open: list[socket] = field(default_factory=list)

    def address(self, scheme: str = "http", path: str = "/ipp/print") -> str:
        """Where it listens, as a URL."""
        return f"{scheme}://127.0.0.1:{self.port}{path}"


@contextmanager
def rude_server(deed: Deed, *, tls: ssl.SSLContext | None = None) -> Iterator[Rude]:
    """Runs until the block ends; then every connection is cut, so that no deed outlives its test."""
    with create_server(("127.0.0.1", 0)) as listening:
        rude = Rude(port=listening.getsockname()[1])

        def serve(client: socket) -> None:
            with suppress(OSError), tls.wrap_socket(client, server_side=True) if tls else client as connection:
                rude._open.append(connection)
                rude.asked.append(connection.recv(65_536))
                deed(connection)
                if not tls:
                    connection.shutdown(SHUT_WR)
                while connection.recv(65_536):
                    pass  # what is left unread at the end would cut the answer off

        def accept() -> None:
            with suppress(OSError):
                while True:
                    client, _ = listening.accept()
                    rude._open.append(client)
                    threading.Thread(target=serve, args=(client,), daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        try:
            yield rude
        finally:
            with suppress(OSError):
                listening.shutdown(SHUT_RDWR)
            for client in rude._open:
                with suppress(OSError):
                    client.shutdown(SHUT_RDWR)


def answer(body: bytes, *headers: str, status: str = "200 OK") -> Deed:
    """One whole answer."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers]
    return lambda client: client.sendall("\r\n".join([*lines, "", ""]).encode("latin-1") + body)


def self_signed(folder: Path, name: str = "printer.test") -> tuple[ssl.SSLContext, bytes]:
    """A certificate as a printer makes one for itself: the server's side of TLS, and the certificate as DER."""
    key = generate_private_key(SECP256R1())
    named = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    start = datetime(2020, 1, 1, tzinfo=UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(named)
        .issuer_name(named)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=36_500))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False
        )
        .sign(key, SHA256())
    )
    file = folder / f"{name}.pem"
    file.write_bytes(
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()) + certificate.public_bytes(Encoding.PEM)
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context, certificate.public_bytes(Encoding.DER)
