"""What holds for the 59 shipped forms, and what `faults_of` finds in a broken one."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import msgspec
import pytest

from kiosk import paths
from kiosk.content.pack import Pack
from kiosk.errors import FaultyFileError
from kiosk.forms import FormDefinition
from kiosk.forms.check import faults_of
from kiosk.toml.reading import read_file
from tests.unit.kiosk.forms.people import form
from tests.unit.kiosk.forms.test_properties import FORMS

CIVIL_STATUS = [form_id for form_id in FORMS if form_id.startswith("hotich-")]


def test_there_are_59_forms_and_the_pack_loader_reads_them_all() -> None:
    pack = Pack(paths.assets() / "content")
    assert len(pack.folder("forms", FormDefinition)) == len(FORMS) == 64
    assert pack.faults == ()


def test_every_civil_status_form_ends_with_the_old_law() -> None:
    assert len(CIVIL_STATUS) == 16
    assert {form(form_id).valid_until for form_id in CIVIL_STATUS} == {date(2027, 2, 28)}


def test_the_sheets_kept_to_explain_are_these() -> None:
    kept = [form_id for form_id in FORMS if not form(form_id).printable]
    assert kept == ["can-cuoc-cc01", "ct01-tt53-2025", "ct01-tt66-2023", "ct07", "luu-tru"]


BROKEN = {
    'when = [{ question = "sau" }]': "expected the key of an earlier question",
    'when = [{ question = "truoc", is = ["xanh"] }]': "expected one of ['co', 'khong']",
    'after = "sau"': "expected the key of an earlier question",
    'suggest = "{la}"': "{la} is no answer of this form",
    'suggest = "{truoc|sai}"': "filter 'sai', expected one of",
    'suggest = "[{truoc}"': "a bracket is not closed",
    'options = [{ value = "a", label.vi = "A", label.en = "A" }]': "expected for choice and choices",
}

SOUND = """
id = "thu"
form_no = ""
title = "THỬ"
name.vi = "Thử"
name.en = "Trial"
instrument = "x"
status = "data-sheet"
source = "x"
checked = 2026-11-23
confidence = "low"
groups = [{ id = "g", name.vi = "G", name.en = "G" }]
items = [{ label = "A", value = "{giua}{sau}{truoc}" }]

[[questions]]
key = "truoc"
kind = "choice"
group = "g"
label = { vi = "A", en = "A" }
heading = { vi = "A?", en = "A?" }
options = [
    { value = "co", label.vi = "Có", label.en = "Yes" },
    { value = "khong", label.vi = "Không", label.en = "No" },
]

[[questions]]
key = "giua"
kind = "text"
group = "g"
label = { vi = "A", en = "A" }
heading = { vi = "A?", en = "A?" }
#HERE

[[questions]]
key = "sau"
kind = "date"
group = "g"
label = { vi = "A", en = "A" }
heading = { vi = "A?", en = "A?" }
"""


def test_the_trial_form_is_sound_before_it_is_broken() -> None:
    assert faults_of(msgspec.toml.decode(SOUND, type=FormDefinition)) == ()


@pytest.mark.parametrize(("line", "told"), BROKEN.items())
def test_a_broken_form_is_named_with_place_and_expectation(line: str, told: str) -> None:
    found = faults_of(msgspec.toml.decode(SOUND.replace("#HERE", line), type=FormDefinition))
    faults = [f"{path}: {said.en}" for path, said in found]
    assert [told in fault and "giua" in fault for fault in faults] == [True]


def test_a_question_nobody_uses_is_a_fault() -> None:
    faults = faults_of(msgspec.toml.decode(SOUND.replace("{sau}", ""), type=FormDefinition))
    assert [(path, said.en) for path, said in faults] == [
        ("questions (sau)", "its answer is never printed and decides nothing")
    ]


def test_a_file_of_the_wrong_shape_names_file_and_key(tmp_path: Path) -> None:
    path = tmp_path / "thu.toml"
    path.write_text(SOUND.replace('kind = "date"', 'kind = "datte"'), "utf-8")
    found = read_file(path, FormDefinition)
    assert isinstance(found, tuple)
    told = r"thu\.toml: questions\[2\]\.kind: .*expected one of text, .*got “datte” \(is it “date”\?\)"
    assert re.search(told, str(FaultyFileError(found)))
