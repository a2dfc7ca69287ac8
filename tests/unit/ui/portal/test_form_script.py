"""The script of a frame is made of all its parts, as one function that begins once."""

from __future__ import annotations

from ui.portal.form_script import PARTS, SCRIPTS, form_script


def test_every_part_that_lies_there_is_in_the_script_once() -> None:
    assert sorted(PARTS) == sorted(path.stem for path in SCRIPTS.glob("*.js"))


def test_the_parts_are_one_function_around_all_of_them() -> None:
    script = form_script()
    assert script.startswith('(() => {\n"use strict";\nif (globalThis.kioskForm)\n    return;\n')
    assert script.endswith("})();\n")
    assert [script.count((SCRIPTS / f"{part}.js").read_text("utf-8")) for part in PARTS] == [1] * len(PARTS)
    assert script.index("const LISTS") < script.index("function labelOf") < script.index("globalThis.kioskForm = {")
