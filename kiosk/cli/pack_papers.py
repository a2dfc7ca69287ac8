"""What shows only once the papers of a pack are filled or set: a question no answer fits, a poster on two pages.

Made-up answers, no person. A part of the content check, so that publishing and the trial of an update see it too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from kiosk import paths
from kiosk.cli.trial_filling import ways
from kiosk.documents import Poster, PosterSize, Typesetter, steps_poster
from kiosk.forms import Answers, Context, FormDefinition, Journey
from kiosk.forms.check import faults_of
from kiosk.i18n import Text, counted
from kiosk.settings import read_settings
from kiosk.toml.fault import FileFault, fault


def unanswerable(forms: Mapping[str, FormDefinition], day: date) -> Iterator[FileFault]:
    """Questions of sound forms that take neither of two sets of fitting answers, filled on a day."""
    context = Context(today=day, commune="Xã Thần Lĩnh", province="Tỉnh Nghệ An")
    for name, form in forms.items():
        if not form.printable or faults_of(form):
            continue
        for way in ways(Journey(form, Answers(), context)):
            for problem in way.problems():
                said = Text("không câu trả lời nào được nhận ({given})", "no answer is taken ({given})").filled(
                    given=problem.fault.code.value
                )
                yield fault(f"forms/{name}.toml", f"questions ({problem.question.key})", said)


def long_posters(posters: Mapping[str, Poster], day: date) -> Iterator[FileFault]:
    """Posters that do not fit the one page that hangs on the wall, in the commune of the shipped settings."""
    commune, typesetter = read_settings(paths.shipped_config(), paths.assets()).kiosk.commune, Typesetter()
    for name, poster in posters.items():
        for size in PosterSize:
            pages = steps_poster(typesetter, poster, commune=commune, printed_on=day, size=size).pages
            if pages > 1:
                said = Text(
                    "chiếm {pages} trang {kind}; áp phích chỉ một trang, xin rút ngắn",
                    "takes {counted} of {kind}; a poster is one page, shorten it",
                ).filled(counted=counted(pages, "page"), kind=size.value.upper(), pages=pages)
                yield fault(f"posters/{name}.toml", "", said)
