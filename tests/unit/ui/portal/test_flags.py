"""With what Chromium starts: no name but those of the portals, and nothing can be slipped into the rules."""

from __future__ import annotations

import pytest

from ui.portal.flags import FIXED, HostError, StandIn, chromium_flags, host_names, resolver_rules, stand_in

HOSTS = ("dichvucong.gov.vn", "sso.dancuquocgia.gov.vn")


def test_no_name_but_those_of_the_portals_is_looked_up() -> None:
    rules = resolver_rules(HOSTS)
    assert rules == "MAP * ~NOTFOUND, EXCLUDE dichvucong.gov.vn, EXCLUDE sso.dancuquocgia.gov.vn"


def test_a_practice_portal_plays_every_host_or_one() -> None:
    every = resolver_rules(HOSTS, (StandIn(address="127.0.0.1:8443"),))
    assert every == (
        "MAP dichvucong.gov.vn 127.0.0.1:8443, MAP sso.dancuquocgia.gov.vn 127.0.0.1:8443, MAP * ~NOTFOUND"
    )
    one = resolver_rules(HOSTS, (StandIn(address="127.0.0.1:8444", host="dichvucong.gov.vn"),))
    assert one == "MAP dichvucong.gov.vn 127.0.0.1:8444, MAP * ~NOTFOUND, EXCLUDE sso.dancuquocgia.gov.vn"


def test_the_sandbox_is_never_switched_off_and_each_site_has_its_process() -> None:
    flags = chromium_flags(HOSTS)
    assert "sandbox" not in flags.replace("--no-unsandboxed-zygote", "")  # this one takes a process without it away
    assert "--site-per-process" in FIXED
    assert f'--host-resolver-rules="{resolver_rules(HOSTS)}"' in flags


@pytest.mark.parametrize("name", ["a.vn MAP", 'a.vn"', "a..vn", "-a.vn", "127.0.0.1 x", "a_b.vn", "vn", "*.gov.vn"])
def test_what_is_no_host_name_is_refused(name: str) -> None:
    with pytest.raises(HostError):
        host_names(f"dichvucong.gov.vn,{name}")


@pytest.mark.parametrize("place", ["8443", "evil.example:443", "127.0.0.1", "a b=127.0.0.1:1", "127.0.0.1:x"])
def test_what_is_no_address_of_a_practice_portal_is_refused(place: str) -> None:
    with pytest.raises(HostError):
        stand_in(place)


def test_hosts_and_places_are_read_as_they_are_written() -> None:
    assert host_names(" Dichvucong.gov.vn , sso.dancuquocgia.gov.vn,") == HOSTS
    assert stand_in("127.0.0.1:8443") == StandIn(address="127.0.0.1:8443")
    assert stand_in("dichvucong.gov.vn=127.0.0.1:8443").host == "dichvucong.gov.vn"
