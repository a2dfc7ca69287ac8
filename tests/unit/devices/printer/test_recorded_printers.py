"""What real printers said, played to the driver: each is understood, and can be printed on or is told why not."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from devices.printer.capabilities import DocumentForm, wanted_form
from devices.printer.interface import JobState
from devices.printer.ipp_encoding import decode
from tests.helpers.ipp_answers import PRINTER_GROUP, Device, answer, group

RECORDED = tomllib.loads(
    (Path(__file__).parents[3] / "vectors" / "printers" / "answers.toml").read_text("utf-8"), parse_float=str
)


def _name(recorded: dict[str, Any]) -> str:
    said = recorded["said"]
    model = said.get("printer-make-and-model", recorded.get("printer", ""))
    return model if isinstance(model, str) else str(model[1])


@pytest.mark.parametrize("recorded", RECORDED["printers"], ids=_name)
def test_every_recorded_printer_is_understood(recorded: dict[str, Any]) -> None:
    device = Device(printer_facts=recorded["said"])
    status = device.printer().status()
    assert (status.trouble.value if status.trouble else "") == recorded["trouble"]
    assert status.model == _name(recorded)
    wanted = wanted_form(decode(answer(0, group(PRINTER_GROUP, recorded["said"])).content))
    assert wanted is not None
    assert (wanted.form.value, wanted.dpi) == (recorded["form"], recorded.get("dpi", 0))


@pytest.mark.parametrize("recorded", RECORDED["jobs"], ids=_name)
def test_every_recorded_job_ended_as_its_reasons_say(recorded: dict[str, Any]) -> None:
    looked = Device(job_facts=recorded["said"]).printer().job(7)
    assert looked.state is JobState[recorded["outcome"].upper()]
    assert (looked.trouble.value if looked.trouble else "") == recorded["trouble"]


def test_most_recorded_printers_take_no_pdf_and_all_of_them_get_paper() -> None:
    forms = [recorded["form"] for recorded in RECORDED["printers"]]
    assert len(forms) > 50
    assert sum(form != DocumentForm.PDF.value for form in forms) > len(forms) / 2
    assert "" not in forms
