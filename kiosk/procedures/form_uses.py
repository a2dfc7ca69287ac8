"""A procedure says of a form no more than the form's own file: not more certain, not earlier, not longer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kiosk.content.fact import Fact
from kiosk.procedures import rule_words
from kiosk.procedures.procedure import FormUse, Procedure
from kiosk.toml.fault import Found


def broken_uses(procedure: Procedure, forms: Mapping[str, Fact]) -> Iterator[Found]:
    """Every use of a known form that goes beyond it; `forms` by name."""
    for place, use in enumerate(procedure.forms):
        if (form := forms.get(use.form)) is not None:
            yield from _beyond(f"forms[{place}]", use, form)


def _beyond(path: str, use: FormUse, form: Fact) -> Iterator[Found]:
    file = f"forms/{use.form}.toml"
    if use.confidence.rank > form.confidence.rank:
        yield (
            f"{path}.confidence",
            rule_words.MORE_CERTAIN_THAN_THE_FORM.filled(file=file, given=form.confidence.value),
        )
    ends, starts = form.valid_until, form.valid_from
    if ends is not None and (use.valid_until is None or use.valid_until > ends):
        yield f"{path}.valid_until", rule_words.FORM_ENDS_EARLIER.filled(file=file, ends=ends)
    if starts is not None and (use.valid_from is None or use.valid_from < starts):
        yield f"{path}.valid_from", rule_words.FORM_BEGINS_LATER.filled(file=file, starts=starts)
