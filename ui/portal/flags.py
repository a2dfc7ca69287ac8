"""With what Chromium starts: which names it may look up, a process for each site, nothing in the background.

Pure. Flags are fixed before Chromium starts, and then no portal visit is known yet: so they take the hosts of every
family, and what one visit may reach is narrower (`ui/portal/ways_out.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

UNWANTED_FEATURES = (
    "AutofillServerCommunication",
    "BackForwardCache",
    "DocumentPictureInPictureAPI",
    "FedCm",
    "FileSystemAccessAPI",
    "IsolatedWebApps",
    "MediaRouter",
    "Prerender2",
    "SpareRendererForSitePerProcess",  # 40 MB that wait for a site nobody may go to
    "Translate",
    "WebBluetooth",
    "WebOTP",
    "WebUSB",
)
FIXED = (
    "--site-per-process",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-breakpad",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-quic",  # neither HTTP/3 nor WebTransport: both leave the process past the interceptor
    "--disable-pinch",  # three sizes, by the kiosk's own button
    "--disable-sync",
    "--disable-speech-api",
    "--lang=vi",  # the words of Chromium's own buttons, such as that of a file
    "--no-pings",
    "--no-unsandboxed-zygote",  # 14 MB that stand by for processes without a sandbox: there are none
    "--no-default-browser-check",
    "--no-first-run",
    "--log-level=3",
    "--autoplay-policy=user-gesture-required",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",  # packets to bare addresses ask no resolver
    "--js-flags=--max-old-space-size=384",  # MB; a page that fills its memory dies before the kiosk feels it
    f"--disable-features={','.join(UNWANTED_FEATURES)}",
)
HOST = re.compile(r"(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+")
ADDRESS = re.compile(r"(?:\d{1,3}\.){3}\d{1,3}:\d{1,5}|localhost:\d{1,5}")


class HostError(ValueError):
    """What is no host name, or no address of a stand-in; the message names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIn:
    """Where a practice portal listens: `address` is `IP:PORT`; without `host` it plays every host."""

    address: str
    host: str = ""


def host_names(text: str) -> tuple[str, ...]:
    """The hosts of `a.vn,b.vn`. Raises `HostError`: a name with a comma or a space would change the rules."""
    names = tuple(name.strip().lower() for name in text.split(",") if name.strip())
    for name in names:
        if not HOST.fullmatch(name):
            raise HostError(name)
    return names


def stand_in(text: str) -> StandIn:
    """`IP:PORT` for every host, or `host=IP:PORT` for one. Raises `HostError`."""
    host, mark, address = text.rpartition("=")
    if not ADDRESS.fullmatch(address) or (mark and not HOST.fullmatch(host)):
        raise HostError(text)
    return StandIn(address=address, host=host)


def resolver_rules(hosts: Sequence[str], stand_ins: Sequence[StandIn] = ()) -> str:
    """Chromium's `--host-resolver-rules`: no name but these, or these at the addresses of practice portals."""
    own = {each.host: each.address for each in stand_ins if each.host}
    common = next((each.address for each in stand_ins if not each.host), "")
    places = [(host, own.get(host, common)) for host in hosts]
    mapped = [f"MAP {host} {address}" for host, address in places if address]
    real = [f"EXCLUDE {host}" for host, address in places if not address]
    return ", ".join([*mapped, "MAP * ~NOTFOUND", *real])


def chromium_flags(hosts: Sequence[str], stand_ins: Sequence[StandIn] = ()) -> str:
    """The value of `QTWEBENGINE_CHROMIUM_FLAGS`: what is always off, and every host but these found nowhere."""
    return " ".join([*FIXED, f'--host-resolver-rules="{resolver_rules(hosts, stand_ins)}"'])
