"""Consent: what will be read, why, how long it is kept, who sees it. Nothing is ticked in advance."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtQml import QmlElement

from kiosk.person import FIELD_NAMES, PersonField
from ui.view_models.screen_model import ScreenModel
from ui.visit.current_visit import CurrentVisit

QML_IMPORT_NAME = "Kiosk.Visit"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentProps:
    """`form_name` is empty when the card is read only to be shown."""

    place: str = ""
    form_name: str = ""
    fields: tuple[str, ...] = ()


def derive_consent(visit: CurrentVisit) -> ConsentProps:
    """The fields in the order of the card."""
    procedure, definition, wanted = visit.session.procedure, visit.session.definition, visit.session.card.wanted
    return ConsentProps(
        place=visit.say(procedure.name) if procedure else "",
        form_name=visit.say(definition.name) if definition else "",
        fields=tuple(visit.say(FIELD_NAMES[field]) for field in PersonField if field in wanted),
    )


@QmlElement
class ConsentViewModel(ScreenModel[ConsentProps]):
    """Yes leads to the card, no to typing by hand."""

    def derive(self) -> ConsentProps:
        return derive_consent(self.visit)

    @Slot()
    def agree(self) -> None:
        """The person's yes: on to the card."""
        self.visit.act(lambda: self.visit.session.consent(given=True))

    @Slot()
    def refuse(self) -> None:
        """The person's no: nothing is read, the declaration is typed by hand."""
        self.visit.act(lambda: self.visit.session.consent(given=False))
