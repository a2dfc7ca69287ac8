"""Declaration forms as data: definition, questions, conditions, journey, answers, prefill, check answers.

How a screen uses it (all values frozen, no Qt, no clock, no file after reading):

    form = FormCatalogue(pack)["ct01"]                                # kiosk.forms.catalogue
    context = Context(today=clock.today(), procedure="1.004194", commune="Xã Vân Tụ", province="Tỉnh Nghệ An")
    journey = Journey(form, prefill(form, person), context)           # Answers() when nothing was read
    page = journey.pages[0]                                           # Question: heading, hint, kind, options ...
    journey.answer(page.key)                                          # Answer: value, rows, origin, read; or None
    journey = journey.answered(page.key, "toi")                       # a new journey for every answer
    journey.faults(page.key)                                          # () or the fault(s) with message vi/en
    journey.is_kept_in_doubt(page.key)                                # a doubt the person kept: the staff look at it
    journey.next_after(page.key), journey.previous(page.key)          # None: check answers / screen before
    journey.next_not_read(page.key)                                   # passes over pages the card answered
    journey.problems()                                                # len() first, each with its question
    check_answers(journey, Language.VI)                               # groups of lines with origin and mask
    printed(journey)                                                  # PrintedForm for kiosk.documents

Values have the shapes told in `answers`. `answered` normalises what was typed (023 -> digits, dates, NFC), so feed it
the raw text. Keep one `Journey` in the session and drop it with the visit. `Question.kind` picks the control; ROWS
shows `columns` as a small page of its own for each row, faults there carry `row` and `column`. A CHOICE that the
procedure of the visit settles is no page. A question with `suggest` shows `answer().value` for editing; emptying it
brings the suggestion back. Addresses are one line "detail, commune, province": `addresses.compose`, `addresses.split`
and `address_hint.hint` (old names) over `places.read_places(paths.assets() / "content/places")`; they are
entered through `address_entry`.
"""

from kiosk.forms.answers import NO, YES, Answer, Answers
from kiosk.forms.check_answers import AnswerGroup, AnswerLine, check_answers
from kiosk.forms.context import Context
from kiosk.forms.definition import Column, DateEvent, DateRule, FormDefinition, Option, Question, QuestionKind
from kiosk.forms.faults import AnswerFault, FaultCode
from kiosk.forms.filling import printed
from kiosk.forms.journey import Journey, Problem
from kiosk.forms.masking import mask
from kiosk.forms.prefill import prefill

__all__ = [
    "NO",
    "YES",
    "Answer",
    "AnswerFault",
    "AnswerGroup",
    "AnswerLine",
    "Answers",
    "Column",
    "Context",
    "DateEvent",
    "DateRule",
    "FaultCode",
    "FormDefinition",
    "Journey",
    "Option",
    "Problem",
    "Question",
    "QuestionKind",
    "check_answers",
    "mask",
    "prefill",
    "printed",
]
