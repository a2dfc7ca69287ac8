"""Consent: exactly the fields that will be read, in the order of the card."""

from __future__ import annotations

from kiosk.person import FIELD_NAMES, PersonField
from kiosk.session.card_step import SHOWN
from ui.view_models.consent import derive_consent
from ui.visit.current_visit import CurrentVisit


def test_for_a_form_its_name_and_the_fields_it_uses_are_said(front: CurrentVisit) -> None:
    front.session.choose_procedure("dang-ky-tam-tru")
    front.session.fill_form()
    props = derive_consent(front)
    wanted = front.session.card.wanted
    assert props.place == front.session.procedure.name.vi
    assert props.form_name == front.session.definition.name.vi
    assert props.fields == tuple(FIELD_NAMES[one].vi for one in PersonField if one in wanted)
    assert FIELD_NAMES[PersonField.RELIGION].vi not in props.fields


def test_a_card_read_for_its_own_sake_is_for_no_form(front: CurrentVisit) -> None:
    front.session.read_my_card()
    props = derive_consent(front)
    assert (props.place, props.form_name) == ("", "")
    assert len(props.fields) == len(SHOWN)
