"""A language as a value of an option, by its code. The content is read only for one that is not built in."""

from __future__ import annotations

from typing import Any

import click

from kiosk.i18n import BOTH, Language


class SpokenLanguage(click.ParamType[Language | tuple[Language, ...]]):
    """Any language of the content in force, as the `Language` itself."""

    name = "language"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Language:
        """The language, or a usage error that names those there are."""
        if isinstance(value, Language):
            return value
        known = {language.code: language for language in BOTH}
        if value not in known:
            known = _of_the_content()
        if value not in known:
            self.fail(f"{value!r} is not one of {', '.join(repr(code) for code in known)}.", param, ctx)
        return known[value]

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:  # noqa: ARG002 click's own
        """What the help shows: the two languages, and that there may be more."""
        return "[vi|en|…]"


def _of_the_content() -> dict[str, Language]:
    from kiosk import paths
    from kiosk.content.languages import known_languages
    from kiosk.station.content import station_pack

    return {language.code: language for language in known_languages(station_pack(paths.state()))}
