"""`--lang` and `--language`: any language of the content in force, as the `Language` itself."""

from __future__ import annotations

import getpass
import warnings
from collections.abc import Callable
from typing import Any

import click

from kiosk.cli.help import LANGUAGE_HELP, chosen_language, in_languages
from kiosk.cli.language_type import SpokenLanguage
from kiosk.i18n import BOTH, Language, Text, how_many

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

_AGAIN = Text("Nhập lại", "Once more")


class _SpokenOrBoth(SpokenLanguage):
    """One language, or `both` for Vietnamese with English."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The languages of a paper, at most two."""
        if isinstance(value, tuple) or value == "both":
            return BOTH
        return (super().convert(value, param, ctx),)

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:  # noqa: ARG002 click's own
        """The codes every station has; the ellipsis stands for those of `assets/content/languages`."""
        return "[vi|en|both|…]"


def chosen_for_all(command: Callable[..., Any]) -> Callable[..., Any]:
    """`kiosk-dvc --lang en COMMAND …`: the language of every command, and of its help."""
    return click.option(
        "--lang",
        "language",
        type=SpokenLanguage(),
        is_eager=True,
        expose_value=False,
        help=LANGUAGE_HELP,
    )(command)


def _chosen_or(code: str | None) -> Callable[[], Language | str | None]:
    """The language chosen in the line, else this one."""
    return lambda: chosen_language(click.get_current_context(silent=True)) or code


def language_option(name: str = "--lang") -> Decorator:
    """The language in which a command speaks; Vietnamese when it is left out."""
    return click.option(name, type=SpokenLanguage(), default=_chosen_or("vi"), show_default="vi", help="Language.")


def one_or_both(name: str = "--lang") -> Decorator:
    """One language; Vietnamese and English when it is left out."""
    return click.option(
        name, type=SpokenLanguage(), default=_chosen_or(None), help="One language; both when it is left out."
    )


def paper_languages(name: str = "--language") -> Decorator:
    """One language, or Vietnamese and English together; Vietnamese when it is left out."""
    return click.option(name, type=_SpokenOrBoth(), default="vi", show_default=True, help="Language of the paper.")


def in_one_or_both(text: Text, language: Language | None) -> str:
    """The text in the language, or in the two that every text has; once where both say the same."""
    return " / ".join(dict.fromkeys(in_languages(text, language)))


def number_of_pages(number: int) -> Text:
    """How many pages a paper has; English says one page in the singular."""
    return how_many(number, Text("{number} trang", "{number} page"), Text("{number} trang", "{number} pages"))


def spoken(text: Text, **gaps: object) -> str:
    """The text with its gaps filled, in the language chosen for the command that runs, or in both."""
    return in_one_or_both(text.filled(**gaps), chosen_language(click.get_current_context()))


def say(text: Text, *, err: bool = False, **gaps: object) -> None:
    """Tell it: on standard error where `err`."""
    click.echo(spoken(text, **gaps), err=err)


def asked_in_secret(text: Text, *, twice: bool = False, **gaps: object) -> str:
    """What somebody types without its being shown; again where `twice`. Asked on standard error: what a command tells
    may go on to a program."""
    repeated = spoken(_AGAIN) if twice else False
    asked = spoken(text, **gaps)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", getpass.GetPassWarning)  # what comes from a pipe is shown to nobody
        answer: str = click.prompt(asked, hide_input=True, confirmation_prompt=repeated, err=True)
    return answer
