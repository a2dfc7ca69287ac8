"""The messages between the kiosk and the portal's process."""

from __future__ import annotations

import io

import pytest

from kiosk.filing.entry import Attachment, Entry
from kiosk.filing.messages import (
    Alive,
    Draft,
    Failed,
    Filed,
    FromKiosk,
    FromPortal,
    Leave,
    Left,
    Painted,
    PortalVisit,
    Ready,
)
from kiosk.filing.page_rules import Rules
from kiosk.filing.wire import LARGEST, NotUnderstoodError, packed, read_from_kiosk, read_from_portal

RULES = Rules(system="national", start="https://dichvucong.gov.vn/", hosts=("dichvucong.gov.vn",))
VISIT = PortalVisit(
    procedure="dang-ky-khai-tu",
    rules=RULES,
    entries=(Entry(id="name", says="Họ tên", value="Nguyễn Thị Mẫu"),),
    attachments=(
        Attachment(name="giay-bao-tu.pdf", says="Giấy báo tử", media_type="application/pdf", data=b"%PDF-1.7"),
    ),
)


@pytest.mark.parametrize("message", [VISIT, Leave()])
def test_what_the_kiosk_says_is_read_as_it_was_said(message: FromKiosk) -> None:
    stream = io.BytesIO(packed(message) + packed(Leave()))
    assert read_from_kiosk(stream.read) == message
    assert read_from_kiosk(stream.read) == Leave()
    assert read_from_kiosk(stream.read) is None


@pytest.mark.parametrize(
    "message",
    [
        Ready(chromium="140", security_patch="155"),
        Painted(),
        Alive(paying=True),
        Filed(code="G22.99.08-261129-000001", filled=13),
        Draft(),
        Left(stale_hosts=("dichvucong.gov.vn",)),
        Failed(reason="portal.offline"),
    ],
)
def test_what_the_portal_says_is_read_as_it_was_said(message: FromPortal) -> None:
    stream = io.BytesIO(packed(message))
    assert read_from_portal(lambda length: stream.read(min(length, 3))) == message


@pytest.mark.parametrize(
    "sent",
    [
        b"\x00",
        b"\x00\x00\x00\x05abc",
        b"\x00\x00\x00\x03abc",
        (LARGEST + 1).to_bytes(4, "big"),
        packed(Painted()),
        b"\x00\x00\x00\x04\x81\xa4type",
    ],
    ids=["cut in its length", "cut", "no message", "too long", "the other side's", "half a map"],
)
def test_what_is_no_message_is_refused_without_its_words(sent: bytes) -> None:
    with pytest.raises(NotUnderstoodError) as refused:
        read_from_kiosk(io.BytesIO(sent).read)
    assert str(refused.value) == ""


def test_no_message_shows_what_it_holds() -> None:
    shown = repr(VISIT) + repr(VISIT.entries) + repr(VISIT.attachments) + repr(Filed(code="G01.1-2-3"))
    assert "Nguyễn" not in shown
    assert "PDF" not in shown
    assert "G01" not in shown
