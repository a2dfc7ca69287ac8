"""`--lang` and `--language`: any language of the content in force, as the `Language` itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from kiosk import paths
from kiosk.cli.help import choose_language, chosen_language, in_languages
from kiosk.content.languages import known_languages
from kiosk.i18n import BOTH, Language, Text
from kiosk.station.content import station_pack

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class _Spoken(click.ParamType[Language | tuple[Language, ...]]):
    """A language by its code. The content is read only for one that the program does not bring along."""

    name = "language"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Language:
        """The language, or a usage error that names those there are."""
        if isinstance(value, Language):
            return value
        known = {language.code: language for language in BOTH}
        if value not in known:
            known = {language.code: language for language in known_languages(station_pack(paths.state()))}
        if value not in known:
            self.fail(f"{value!r} is not one of {', '.join(repr(code) for code in known)}.", param, ctx)
        return known[value]

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:  # noqa: ARG002 click's own
        """What the help shows: the two languages, and that there may be more."""
        return "[vi|en|…]"


class _SpokenOrBoth(_Spoken):
    """One language, or `both` for Vietnamese with English."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The languages of a paper, at most two."""
        if isinstance(value, tuple) or value == "both":
            return BOTH
        return (super().convert(value, param, ctx),)

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:  # noqa: ARG002 click's own
        """What the help shows."""
        return "[vi|en|both|…]"


def chosen_for_all(command: Callable[..., Any]) -> Callable[..., Any]:
    """`kiosk-dvc --lang en COMMAND …`: the language of every command, and of its help."""
    return click.option(
        "--lang",
        "language",
        type=_Spoken(),
        is_eager=True,
        expose_value=False,
        callback=_choose,
        help="Language of everything a command says.",
    )(command)


def _choose(context: click.Context, _option: click.Parameter, language: Language | None) -> None:
    if language is not None:
        choose_language(context, language)


def _chosen_or(code: str | None) -> Callable[[], Language | str | None]:
    """The language chosen before the command, else this one."""
    return lambda: chosen_language(click.get_current_context(silent=True)) or code


def language_option(name: str = "--lang") -> Decorator:
    """The language in which a command speaks; Vietnamese when it is left out."""
    return click.option(name, type=_Spoken(), default=_chosen_or("vi"), show_default="vi", help="Language.")


def one_or_both(name: str = "--lang") -> Decorator:
    """One language; Vietnamese and English when it is left out."""
    return click.option(
        name, type=_Spoken(), default=_chosen_or(None), help="One language; both when it is left out."
    )


def paper_languages(name: str = "--language") -> Decorator:
    """One language, or Vietnamese and English together; Vietnamese when it is left out."""
    return click.option(name, type=_SpokenOrBoth(), default="vi", show_default=True, help="Language of the paper.")


def in_one_or_both(text: Text, language: Language | None) -> str:
    """The text in the language, or in the two that every text has."""
    return " / ".join(in_languages(text, language))
