"""Which slot is taken."""

from __future__ import annotations

from devices.card_reader.reader_choice import choose

DUAL = ["ACS ACR1252 Dual Reader SAM 0", "ACS ACR1252 Dual Reader PICC 0"]


def test_the_contactless_slot_goes_before_the_security_module() -> None:
    assert choose(DUAL) == DUAL[1]


def test_a_reader_without_a_contactless_name_is_taken_all_the_same() -> None:
    assert choose(["Generic Smart Card Reader 00 00"]) == "Generic Smart Card Reader 00 00"


def test_a_lone_security_module_is_no_reader() -> None:
    assert choose(["ACS ACR1252 SAM 0"]) is None
    assert choose([]) is None


def test_the_reader_named_in_the_settings_goes_first() -> None:
    assert choose([*DUAL, "HID Omnikey 5422CL"], "omnikey") == "HID Omnikey 5422CL"
    assert choose(DUAL, "absent model") == DUAL[1]
