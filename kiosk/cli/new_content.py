"""A new procedure, form or guide: written from `assets/new-content`, commented in one language, right from the start.

What is written passes `content check` as it stands and says of itself that nobody has confirmed it. Knows what a name
may be and where a file goes; what stands in the file is data.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from enum import Enum
from pathlib import Path
from string import Template
from typing import Final
from urllib.parse import quote

from devices.system.files import replace_settled, write_settled
from kiosk import paths
from kiosk.content.fact import Confidence
from kiosk.content.pack import Pack
from kiosk.errors import FaultyFileError
from kiosk.forms.definition import QuestionKind
from kiosk.forms.printed import SheetStatus
from kiosk.guides.guide import Counters, ExitKind, Topic
from kiosk.i18n import BOTH, Language, Text, fold, nfc
from kiosk.person import PersonField
from kiosk.procedures.catalogue import Groups, LifeEvents
from kiosk.procedures.in_time import Filing
from kiosk.procedures.procedure import Level
from kiosk.procedures.rules import LONGEST_ADDRESS, SEARCH_PAGE
from kiosk.toml.editing import edited
from kiosk.toml.fault import FileFault, fault
from kiosk.toml.reading import bytes_if_there

FOLDERS: Final = {"procedure": "procedures", "form": "forms", "guide": "guides"}
"""Kind of a new file -> folder of the pack."""
LONGEST_ID: Final = 60
MOST_WORDS: Final = 12
"""In a name: it stands in sentences and on buttons."""
_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ALIASES: Final = "aliases.toml"
_CALLED: Final = {"procedure": "aliases", "guide": "guides"}
"""Kind of a new file -> table of `aliases.toml` that says what people call it; a form has its number."""


def write_new(kind: str, name: str, english: str, pack: Pack, *, language: Language, today: date) -> list[Path]:
    """Write the file into the pack's last layer, for a procedure or guide also its name for the search; the files.

    `name` is a title or an id, `english` may be empty. Raises `FaultyFileError` when the name is there already or
    cannot be one, or when the pack lacks what is asked of it; `OSError` when nothing can be written.
    """
    title, key = _title(name), _id(name)
    file = f"{FOLDERS[kind]}/{key}.toml"
    for refused in _refused(f"{name}{english}", title, key, file, pack):
        raise FaultyFileError([fault(file, "", refused)])
    values = {**_named(title, english, key), **_known(pack), "today": today.isoformat()}
    source = (paths.assets() / "new-content" / f"{kind}.toml").read_text("utf-8")
    place = pack.layers[-1] / file
    written = [place]
    table = _CALLED.get(kind)
    aliases = _with_alias(pack.layers[-1] / _ALIASES, table, key, title) if table else None
    write_settled(place, _in_one_language(Template(source).substitute(values), language).encode())
    if aliases is not None:
        replace_settled(pack.layers[-1] / _ALIASES, aliases)
        written.append(pack.layers[-1] / _ALIASES)
    return written


def _title(name: str) -> str:
    """As people read it: an id becomes words."""
    words = " ".join(nfc(name).split())
    return words.replace("-", " ").capitalize() if _ID.fullmatch(words) else words


def _id(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")


def _refused(typed: str, title: str, key: str, file: str, pack: Pack) -> Iterable[Text]:
    if not key or len(key) > LONGEST_ID or not typed.isprintable():
        yield Text(
            "tên cần có chữ hoặc số, tối đa {most} ký tự", "a name needs letters or digits, at most {most} of them"
        ).filled(most=LONGEST_ID)
    elif len(title.split()) > MOST_WORDS:
        yield Text("tên dài hơn {most} tiếng", "the name has more than {most} words").filled(most=MOST_WORDS)
    elif any((layer / file).exists() for layer in pack.layers):
        yield Text("đã có; xin chọn tên khác", "exists already; choose another name")


def _named(title: str, english: str, key: str) -> dict[str, str]:
    """What a template says of the name, ready to stand between quotes."""
    said = {
        "title": title,
        "upper": title.upper(),
        "english": " ".join(english.split()) or f"{title} (name in Vietnamese)",
        "search_url": _search_url(title),
    }
    return {"id": key} | {place: json.dumps(text, ensure_ascii=False)[1:-1] for place, text in said.items()}


def _search_url(title: str) -> str:
    """The national portal's search for as many words of the title as a QR holds."""
    words = title.split()
    while len(words) > 1 and len(SEARCH_PAGE + quote(" ".join(words))) > LONGEST_ADDRESS:
        words.pop()
    return SEARCH_PAGE + quote(" ".join(words))


def _known(pack: Pack) -> dict[str, str]:
    """What may be chosen, from the types and from the lists of the pack."""
    groups, counters = pack.file("groups.toml", Groups), pack.file("counters.toml", Counters).counters
    events = pack.file("life-events.toml", LifeEvents).life_events
    if not groups.groups or not counters:
        empty = Text("cần ít nhất một nhóm và một quầy", "expected at least one group and one counter")
        raise FaultyFileError([fault("groups.toml, counters.toml", "", empty)])
    agencies = {agency.id: agency.name for agency in groups.agencies}
    first = next((group for group in groups.groups if group.agency in agencies), groups.groups[0])
    agency = agencies.get(first.agency, Text("Ủy ban nhân dân xã", "Commune People's Committee"))
    kinds: Mapping[str, type[Enum]] = {
        "levels": Level, "filings": Filing, "confidences": Confidence, "statuses": SheetStatus,
        "kinds": QuestionKind, "fields": PersonField, "topics": Topic, "ends": ExitKind,
    }  # fmt: skip
    return {key: ", ".join(str(one.value) for one in kind) for key, kind in kinds.items()} | {
        "group": first.id,
        "groups": ", ".join(group.id for group in groups.groups),
        "agency_vi": json.dumps(agency.vi, ensure_ascii=False)[1:-1],
        "agency_en": json.dumps(agency.en, ensure_ascii=False)[1:-1],
        "life_events": ", ".join(event.id for event in events),
        "counter": next(iter(counters)),
        "counters": ", ".join(counters),
    }


def _in_one_language(text: str, language: Language) -> str:
    """The comments of one language, Vietnamese where it has none; those of the other go."""
    language = language if language in BOTH else BOTH[0]
    others = tuple(f"#{other.code} " for other in BOTH if other != language)
    kept = (line for line in text.splitlines() if not line.startswith(others))
    return "".join(f"{line.replace(f'#{language.code} ', '# ', 1)}\n" for line in kept)


def _with_alias(path: Path, table: str, key: str, title: str) -> bytes:
    """The list of everyday names with this one in its table; its comments stay."""
    source = bytes_if_there(path, _ALIASES)
    if isinstance(source, FileFault):
        raise FaultyFileError([source])
    new = edited(source or b"", {table: {key: (title.lower(),)}}, _ALIASES)
    if isinstance(new, FileFault):
        raise FaultyFileError([new])
    return new
