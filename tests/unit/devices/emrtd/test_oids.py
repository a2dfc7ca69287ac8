"""Object identifiers."""

from __future__ import annotations

import pytest

from devices.emrtd import oids
from devices.iso7816.errors import MalformedError


@pytest.mark.parametrize("dotted", [*oids.PACE, *oids.CHIP_AUTHENTICATION, oids.MASTER_LIST, "2.999.1", "0.0"])
def test_an_identifier_is_written_and_read_back(dotted: str) -> None:
    assert oids.decode(oids.encode(dotted)) == dotted


def test_the_pace_identifier_of_the_vietnamese_card() -> None:
    assert oids.encode("0.4.0.127.0.7.2.2.4.2.2").hex() == "04007f00070202040202"


@pytest.mark.parametrize("content", [b"", b"\x81", b"\x01" * 33])
def test_broken_identifiers_are_malformed(content: bytes) -> None:
    with pytest.raises(MalformedError):
        oids.decode(content)


def test_mapping_with_chip_authentication_is_for_aes_only() -> None:
    assert "0.4.0.127.0.7.2.2.4.6.1" not in oids.PACE
    assert len(oids.PACE) == 19
