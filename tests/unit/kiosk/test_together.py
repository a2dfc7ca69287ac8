"""What a PC says it shares, and what the other PC makes of it; pure."""

from __future__ import annotations

from pathlib import Path

import pytest

from devices import other_pcs as looking
from devices.errors import SharingRefusedError
from devices.other_pcs import OtherPc, be_found, other_pcs
from kiosk import together
from kiosk.settings import DeviceSettings, read_settings
from kiosk.together import OtherPcError, Shared, as_seen_from_afar, guest_changes, keeper_changes, shared_by

STATE = Path("/var/lib/kiosk-dvc")


def settings(tmp_path: Path, written: str) -> DeviceSettings:
    (tmp_path / "devices.toml").write_text(written, "utf-8")
    return read_settings(overrides=tmp_path).devices


def shared(**devices: str) -> Shared:
    nothing = dict.fromkeys(("printer", "printer_device", "scanner", "scanner_device"), "")
    return Shared(station="may-1", **{**nothing, **devices})


@pytest.mark.parametrize(
    ("address", "seen"),
    [
        ("ipp://localhost/printers/kiosk", "ipp://may-1.local/printers/kiosk"),
        ("http://127.0.0.1:60000/eSCL", "http://may-1.local:60000/eSCL"),
        ("ipp://192.0.2.10/ipp/print", "ipp://192.0.2.10/ipp/print"),
        ("", ""),
    ],
)
def test_what_hangs_on_the_pc_is_reached_by_its_name_and_what_stands_in_the_network_by_its_own(
    address: str, seen: str
) -> None:
    assert as_seen_from_afar(address, "may-1.local") == seen


def test_an_address_of_version_6_is_written_in_brackets() -> None:
    assert as_seen_from_afar("ipp://localhost/printers/kiosk", "fd00::2") == "ipp://[fd00::2]/printers/kiosk"


def test_a_guest_takes_printer_scanner_and_lease_of_the_other_pc() -> None:
    told = shared(printer="ipp://localhost/printers/kiosk", scanner="http://192.0.2.10/eSCL")
    changes = guest_changes(told, "may-1.local")
    assert changes["printer"] == {"driver": "ipp", "uri": "ipp://may-1.local/printers/kiosk", "device_uri": ""}
    assert changes["scanner"] == {
        "driver": "escl", "uri": "http://192.0.2.10/eSCL", "lease": "tcp://may-1.local:6571",
    }  # fmt: skip


def test_a_scanner_on_a_cable_is_reached_by_the_net_of_sane() -> None:
    changes = guest_changes(shared(scanner_device="genesys:libusb:001:004"), "192.0.2.11")
    assert changes["scanner"]["device"] == "net:192.0.2.11:genesys:libusb:001:004"
    assert "printer" not in changes


def test_a_pc_that_shares_nothing_is_not_joined(tmp_path: Path) -> None:
    simulated = settings(tmp_path, '[printer]\ndriver = "simulator"\n[scanner]\ndriver = "simulator"\n')
    assert shared_by("may-1", simulated) == shared()
    assert not together.has_own(simulated)
    with pytest.raises(OtherPcError, match="shares neither"):
        guest_changes(shared(), "may-1.local")


def test_the_line_is_answered_to_this_question_and_to_no_other() -> None:
    told = together.answer(b'{"shares": true}\n', shared(printer="ipp://localhost/printers/kiosk"))
    assert told
    assert b"ipp://localhost/printers/kiosk" in told
    for other in (b'{"holder": "may-2", "seconds": 120}\n', b"GET / HTTP/1.1\r\n", b"", b"{"):
        assert together.answer(other, shared()) is None


def test_a_pc_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OtherPcError, match=r"127\.0\.0\.1:1"):
        together.ask("127.0.0.1", 1)


KEPT = '[scanner]\nlease = "/var/lib/kiosk-dvc/scanner-lease.json"\n'
GUEST = '[printer]\nuri = "ipp://may-1.local/printers/kiosk"\n[scanner]\nlease = "tcp://may-1.local:6571"\n'
GUEST_OF_A_PRINTER = '[printer]\nuri = "ipp://may-1.local/printers/kiosk"\n[scanner]\ndriver = "none"\n'


def test_a_pc_with_a_printer_alone_keeps_too_and_knows_it(tmp_path: Path) -> None:
    alone = settings(tmp_path, '[scanner]\ndriver = "none"\n')
    assert together.has_own(alone)
    assert not together.keeps(alone)
    assert keeper_changes(STATE) == {"scanner": {"lease": "/var/lib/kiosk-dvc/scanner-lease.json"}}
    assert together.keeps(settings(tmp_path, KEPT))
    assert together.alone_changes(settings(tmp_path, KEPT)) == {"scanner": {"lease": ""}}


@pytest.mark.parametrize("written", [GUEST, GUEST_OF_A_PRINTER])
def test_a_guest_shares_nothing_and_keeps_the_lease_of_the_other_pc(tmp_path: Path, written: str) -> None:
    guest = settings(tmp_path, written)
    assert together.uses_the_others(guest)
    assert not together.has_own(guest)
    assert not together.keeps(guest)
    assert together.alone_changes(settings(tmp_path, GUEST)) == {}


def test_the_system_is_asked_for_the_one_unit_and_a_refusal_is_told() -> None:
    for wanted, unit in ((True, "kiosk-dvc-together@keep.service"), (False, "kiosk-dvc-together@alone.service")):
        be_found(wanted=wanted, words=("sh", "-c", f'test "$1" = {unit}', "systemctl"))
    for words in (("false",), ("/nowhere/systemctl",)):
        with pytest.raises(SharingRefusedError):
            be_found(wanted=True, words=words)
    with pytest.raises(SharingRefusedError):
        be_found(wanted=True, words=("sh", "-c", "sleep 9"), patience_s=0.1)


def test_each_pc_is_found_once_and_what_avahi_could_not_resolve_is_passed_over(tmp_path: Path) -> None:
    told = tmp_path / "told"
    told.write_text(
        "+;eth0;IPv4;Kiosk\\032may-1;_kiosk-dvc._tcp;local\n"
        '=;eth0;IPv6;Kiosk\\032may-1;_kiosk-dvc._tcp;local;may-1.local;fe80::1;6571;""\n'
        '=;eth0;IPv4;Kiosk\\032may-1;_kiosk-dvc._tcp;local;may-1.local;192.0.2.11;6571;""\n'
        '=;lo;IPv4;Kiosk\\032may-1;_kiosk-dvc._tcp;local;may-1.local;127.0.0.1;6571;""\n'
        '=;eth0;IPv4;Kiosk\\032may-2;_kiosk-dvc._tcp;local;may-2.local;192.0.2.12;6²;""\n'
        f'=;eth0;IPv4;Kiosk\\032may-3;_kiosk-dvc._tcp;local;may-3.local;192.0.2.13;{"9" * 5000};""\n'
    )
    assert other_pcs(("cat", str(told))) == (OtherPc(host="may-1.local", address="192.0.2.11", port=6571),)
    assert other_pcs(("/nowhere/avahi-browse",)) == ()
    assert other_pcs(("sleep", "9"), patience_s=0.1) == ()


@pytest.mark.parametrize(
    ("resolver", "found"),
    [
        (("printf", "%s\\t192.0.2.11\\n"), (OtherPc(host="may-1.local", address="192.0.2.11", port=6571),)),
        (("true",), ()),
        (("/nowhere/avahi-resolve-host-name",), ()),
    ],
)
def test_a_pc_of_which_avahi_tells_only_an_address_without_a_network_is_found_by_its_name(
    resolver: tuple[str, ...], found: tuple[OtherPc, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "RESOLVE", resolver)
    line = "=;eth0;IPv4;Kiosk\\032may-1;_kiosk-dvc._tcp;local;may-1.local;fe80::1;6571;"
    assert other_pcs(("echo", line)) == found
