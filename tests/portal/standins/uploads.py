"""Files that came to a practice portal, taken out of the request by the standard library's mail parser."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from email import message_from_bytes
from email.policy import HTTP

from tests.portal.standins.web import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """One file: its name as sent, its type, its length in bytes and its SHA-256."""

    host: str
    name: str
    media_type: str
    length: int
    digest: str


def uploads_of(request: Request) -> list[Upload]:
    """The files in a multipart request."""
    head = f"Content-Type: {request.headers.get('content-type', '')}\r\n\r\n".encode()
    message = message_from_bytes(head + request.body, policy=HTTP)
    found = []
    for part in message.iter_parts() if message.is_multipart() else ():
        name = part.get_filename()
        if name is not None:
            data = part.get_payload(decode=True) or b""
            assert isinstance(data, bytes)
            found.append(
                Upload(
                    host=request.host,
                    name=name,
                    media_type=part.get_content_type(),
                    length=len(data),
                    digest=hashlib.sha256(data).hexdigest(),
                )
            )
    return found
