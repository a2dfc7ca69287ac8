"""The hand-over slip: a guide ended beyond this station; the slip says which counter goes on, and what to bring.

It tells the counter what was tried (the guide's title), never by whom.
"""

from __future__ import annotations

from datetime import date

from kiosk.documents.typesetter import TypesetDocument, Typesetter
from kiosk.documents.wording import NO_DOCUMENT, PAGE, PRINTED, SPECIMEN, confirmed, day, once, paired
from kiosk.guides.guide import Exit, Guide, ServiceCounter
from kiosk.i18n import Language, Text, alike
from kiosk.settings import CommuneSettings

_LABELS = {
    "go_to": Text("Mời ông/bà đến", "Please go to"),
    "where": Text("Ở đâu", "Where"),
    "hours": Text("Giờ làm việc", "Opening hours"),
    "phone": Text("Điện thoại", "Telephone"),
    "bring": Text("Mang theo", "Bring"),
    "tried": Text("Đã làm ở đây", "Done here"),
}


def slip(
    typesetter: Typesetter,
    guide: Guide,
    end: Exit,
    counter: ServiceCounter,
    *,
    commune: CommuneSettings,
    printed_on: date,
    language: Language = Language.VI,
) -> TypesetDocument:
    """One A5 slip, Vietnamese (for the counter) and, for a visit in another language, that below it."""
    languages = tuple(dict.fromkeys((Language.VI, language)))
    facts = [("where", counter.where), ("hours", confirmed(counter.hours, counter))]
    if counter.phone:
        facts.append(("phone", alike(counter.phone)))
    data: dict[str, object] = {
        "labels": {key: paired(label, languages) for key, label in _LABELS.items()},
        "place": paired(commune.counter, languages),
        "counter": paired(counter.name, languages),
        "text": paired(end.text, languages),
        "guide": paired(guide.title, languages),
        "facts": [{"label": paired(_LABELS[key], languages), "value": once(text, languages)} for key, text in facts],
        "bring": [paired(thing, languages) for thing in (*end.bring,)],
        "no_document": paired(NO_DOCUMENT, languages),
        "dates": paired(PRINTED.filled(day=day(printed_on)), languages),
        "page_word": PAGE.say(languages[0]),
        "specimen": False,
        "specimen_words": SPECIMEN,
    }
    return typesetter.typeset("slip", data, printed_on=printed_on)
