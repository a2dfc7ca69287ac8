"""Signed content in the installed system: published with `kiosk publish`, taken by the timer's own service from a
static web server, tampered with and refused, and taken from a folder as from a stick.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from release.verify.machine import Machine, wait_for
from release.verify.report import demand, report

PROGRAM = "/opt/kiosk-dvc/current/kiosk-dvc"
PLACE = "/srv/province"
NAMES = ("an", "binh", "chi", "dung", "em", "may-phat-hanh")
PASSPHRASE = "mot cau dai kho doan"  # noqa: S105 - of made-up keys that live for one run
PORT = 8099
SOON = "/run/systemd/system/kiosk-dvc-update.timer.d/soon.conf"
NEW, NEWER, NEWEST = "2099.01.01", "2099.01.02", "2099.01.03"


def signed_content(machine: Machine) -> None:
    """Publish, take, tamper, refuse, take again."""
    _found_the_province(machine)
    _publish(machine, NEW)
    _trust_and_name_the_source(machine)
    with _web_server(machine):
        _taken_by_the_timer(machine, NEW)
        _publish(machine, NEWER)
        _tampered_is_refused(machine)
    _publish(machine, NEWEST)
    said = machine.run(f"kiosk-dvc update now --json --from {PLACE}/repo/public")
    demand(_current(machine) == NEWEST, f"{NEWEST} from a folder: {said}")
    report(f"the same from a folder, as from a stick: {NEWEST}")


def _found_the_province(machine: Machine) -> None:
    for name in NAMES:
        _province(machine, f"keys {PLACE}/keys {name}", PASSPHRASE, PASSPHRASE)
    keys = [f"--root {PLACE}/keys/{name}.pub" for name in NAMES[:3]]
    keys += [f"--targets {PLACE}/keys/{name}.pub" for name in NAMES[2:5]]
    _province(machine, f"init {PLACE}/repo {' '.join(keys)} --online {PLACE}/keys/{NAMES[5]}.pub")
    for name in NAMES[:2]:
        _province(machine, f"sign {PLACE}/repo root --key {PLACE}/keys/{name}.pem", PASSPHRASE)


def _province(machine: Machine, words: str, *typed: str) -> str:
    lines = "".join(f"{line}\\n" for line in typed)
    return machine.run(f"printf '{lines}' | HOME=/root setsid -w {PROGRAM} publish {words} 2>&1")


def _publish(machine: Machine, version: str) -> None:
    machine.run(
        f"rm -rf {PLACE}/content; cp -r {PROGRAM.rpartition('/')[0]}/_internal/assets/content {PLACE}/content; "
        f"sed -i 's/^version = .*/version = \"{version}\"/' {PLACE}/content/pack.toml"
    )
    _province(machine, f"pack {PLACE}/content {PLACE}/repo")
    for name in NAMES[3:5]:
        _province(machine, f"sign {PLACE}/repo targets --key {PLACE}/keys/{name}.pem", PASSPHRASE)
    _province(machine, f"release {PLACE}/repo --key {PLACE}/keys/{NAMES[5]}.pem", PASSPHRASE)
    machine.run(f"chmod -R a+rX {PLACE}")


def _trust_and_name_the_source(machine: Machine) -> None:
    machine.run(
        f"install -D -m 644 {PLACE}/repo/public/metadata/1.root.json /etc/kiosk-dvc/trust/update/root.json; "
        f"printf '\\n[updates]\\nsource = \"http://127.0.0.1:{PORT}\"\\n' >>/etc/kiosk-dvc/kiosk.toml"
    )


@contextmanager
def _web_server(machine: Machine) -> Iterator[None]:
    """Python's static server, in the machine's network and over the machine's folder."""
    folder = machine.opened / PLACE.removeprefix("/") / "repo" / "public"
    command = [sys.executable, "-m", "http.server", str(PORT), "--bind", "127.0.0.1", "--directory", str(folder)]
    server = subprocess.Popen(machine.in_its_network(command), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield
    finally:
        server.terminate()
        server.wait()


def _taken_by_the_timer(machine: Machine, version: str) -> None:
    """The timer with its waits made short; the service is the shipped one."""
    active = machine.run("systemctl is-active kiosk-dvc-update.timer", check=False).strip()
    demand(active == "active", "the update timer running beside the kiosk")
    place = machine.opened / SOON.removeprefix("/")
    place.parent.mkdir(parents=True)
    place.write_text("[Timer]\nOnActiveSec=\nOnActiveSec=1s\nRandomizedDelaySec=0\nAccuracySec=1s\n")
    machine.run("systemctl daemon-reload; systemctl restart kiosk-dvc-update.timer")
    seconds = wait_for(lambda: _current(machine) == version, f"content {version} by the timer", 180)
    wait_for(lambda: "inactive" in _state(machine), "the end of the update", 60)
    machine.run(f"rm -r {Path(SOON).parent}; systemctl daemon-reload; systemctl restart kiosk-dvc-update.timer")
    report(
        f"the timer's service took signed content {version} from a web server, tried it and made it current: "
        f"{seconds:.0f} s"
    )


def _tampered_is_refused(machine: Machine) -> None:
    """One byte of the newest archive is changed on the server."""
    before = _current(machine)
    targets = sorted((machine.opened / PLACE.removeprefix("/") / "repo/public/targets").rglob("*content.tar.xz"))
    newest = max(targets, key=lambda path: path.stat().st_mtime)
    spoiled = bytearray(newest.read_bytes())
    spoiled[len(spoiled) // 2] ^= 1
    newest.write_bytes(spoiled)
    machine.run("systemctl start kiosk-dvc-update.service", check=False)
    result = machine.run(
        "systemctl show -P Result kiosk-dvc-update.service; journalctl -b -u kiosk-dvc-update -n 20 -o cat"
    )
    demand("exit-code" in result and "update.damaged" in result, f"a refusal: {result}")
    demand(_current(machine) == before, f"{before} still current")
    report(f"one byte changed in {NEWER} on the server: refused as update.damaged, {before} stays")


def _current(machine: Machine) -> str:
    said = machine.run("kiosk-dvc update status --json", check=False)
    return str(json.loads(said)["version"]) if said.startswith("{") else ""


def _state(machine: Machine) -> str:
    return machine.run("systemctl is-active kiosk-dvc-update.service", check=False)
