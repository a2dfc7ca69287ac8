"""A visit at the booted machine: from the idle slide to the card, read by the machine's own driver and pcscd."""

from __future__ import annotations

import json
import time

from devices.card_reader.virtual_card.persona import Persona
from release.image.verify.card import CardHolder
from release.image.verify.machine import CARD_PLACE, READER, BootedPc
from release.image.verify.person import PersonAtTheMachine
from release.verify.machine import wait_for
from release.verify.report import demand, report
from tests.helpers.personas import card, persona
from tests.helpers.sought_person import ON_THE_CARD

CANARY = ON_THE_CARD
"""Who comes, and is searched for afterwards."""
IDLE = "Chạm vào đây để bắt đầu"
READERS = "grep -l . /sys/bus/usb/devices/*/bInterfaceClass 2>/dev/null | xargs grep -lx 0b | wc -l"
"""USB's class of card readers (0x0B)."""
DOCTOR = "kiosk-dvc doctor --json 2>/dev/null"
HERE = "Điền tờ khai"
WELCOMED = "Đúng, điền tờ khai"


def visit(machine: BootedPc, person: PersonAtTheMachine) -> None:
    """Touch by touch to the read card, then away, and everything is forgotten on the screen."""
    who = persona(holder={**CANARY, "sex": "Nữ"})
    took = [
        person.touches(IDLE, then="Đăng ký tạm trú", keep="2-front-page.png"),
        person.touches("Đăng ký tạm trú", then=HERE, keep="3-procedure.png"),
        person.touches(HERE, then="Đồng ý và đọc thẻ"),
        person.touches("Đồng ý và đọc thẻ", then="số cuối"),
    ]
    with CardHolder(machine.folder / "card") as holder:
        _lifted(machine, person, holder, who)
        _read(machine, person, holder, who)
    report(f"a visit by touch, each screen changed without further input: {', '.join(f'{s:.1f}' for s in took)} s")
    _unplugged(machine)


def _lifted(machine: BootedPc, person: PersonAtTheMachine, holder: CardHolder, who: Persona) -> None:
    """Taken away in the middle of being read: the screen says so, by itself."""
    person.types(who.holder.personal_number[-6:])
    machine.control.picture(person.out / "4-number.png")
    holder.lay_down(card(who))
    machine.control.touch(*person.waits_for("Đọc thẻ").middle)
    wait_for(lambda: holder.exchanges > 5, "a card being read", 60)
    holder.lift()
    person.waits_for("Thẻ bị nhấc ra")
    machine.control.picture(person.out / "5-lifted.png")
    report(f"a card lifted after {holder.exchanges} exchanges: said on the screen without a touch")


def _read(machine: BootedPc, person: PersonAtTheMachine, holder: CardHolder, who: Persona) -> None:
    """Asked for again and laid down again, it is read to its end."""
    machine.control.touch(*person.waits_for("Đọc lại thẻ").middle)
    began = time.monotonic()
    holder.lay_down(card(who))
    person.waits_for(WELCOMED, 180)
    machine.control.picture(person.out / "6-card.png")
    report(f"a card read over USB CCID: {holder.exchanges} exchanges, {time.monotonic() - began:.0f} s")


def _unplugged(machine: BootedPc) -> None:
    """The reader's cable is pulled and plugged in again: pcscd and the kiosk find it."""
    machine.control.ask("device_del", id=CARD_PLACE["id"])
    machine.control.ask("device_del", id=READER["id"])
    wait_for(lambda: machine.run(READERS).strip() == "0", "no reader", 30)
    for told in (READER, CARD_PLACE):
        machine.control.ask("device_add", **told)
    wait_for(lambda: machine.run(READERS).strip() == "1", "the reader again", 30)
    found = {line["service"]: line for line in json.loads(machine.run(DOCTOR, seconds=300, check=False))}
    demand(found["card-reader"]["state"] == "ready", f"the reader found again: {found['card-reader']}")
    report("the reader pulled and plugged in again")
