"""Readers on USB, whether or not the card service knows them."""

from __future__ import annotations

from pathlib import Path

from devices.card_reader.usb import usb_card_readers


def plug(folder: Path, port: str, interface_class: str, product: str | None) -> None:
    (folder / port).mkdir(exist_ok=True)
    if product:
        (folder / port / "product").write_text(product + "\n")
    interface = folder / f"{port}:1.0"
    interface.mkdir()
    (interface / "bInterfaceClass").write_text(interface_class + "\n")


def test_only_chip_card_interfaces_are_readers(tmp_path: Path) -> None:
    plug(tmp_path, "1-1", "03", "Keyboard")
    plug(tmp_path, "1-2", "0b", "ACR1252 Dual Reader")
    plug(tmp_path, "2-1", "0b", None)
    assert usb_card_readers(tmp_path) == ("ACR1252 Dual Reader", "?")


def test_a_system_without_sysfs_shows_none(tmp_path: Path) -> None:
    assert usb_card_readers(tmp_path / "absent") == ()
