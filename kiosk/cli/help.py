"""Commands that tell their help, and what was typed wrong, in Vietnamese or English.

The English words stand at the commands, the Vietnamese ones in `kiosk.cli.help_words`. Vietnamese is said unless the
caller chose another language anywhere in the line: `kiosk-dvc --lang en doctor --help`, `… doctor --help --lang en`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import cache
from typing import Any

import click

from kiosk.cli.help_words import FRAME, VIETNAMESE
from kiosk.cli.language_type import SpokenLanguage
from kiosk.i18n import BOTH, Language, Text

_LANGUAGE = "kiosk.language"
_WHOLE = 1000
"""Letters of a line of help: it wraps, so nothing is cut off."""


LANGUAGE_HELP = "Language of everything a command says."


def _choose_first(context: click.Context, words: Sequence[str]) -> None:
    """Say everything in the language that these words ask for, also what is wrong with the words before it.

    A language that there is not is told when its turn comes.
    """
    with suppress(click.UsageError):
        for place, word in enumerate(words):
            if word == "--":
                break
            if word == "--lang" and words[place + 1 :]:
                context.meta[_LANGUAGE] = SpokenLanguage().convert(words[place + 1], None, context)
            if word.startswith("--lang="):
                context.meta[_LANGUAGE] = SpokenLanguage().convert(word.removeprefix("--lang="), None, context)


def _with_language(own: list[click.Parameter]) -> list[click.Parameter]:
    """`--lang` after a command means the same as before it, for each that has no such option of its own."""
    if any("--lang" in one.opts for one in own):
        return own
    return [*own, _language_option()]


@cache
def _language_option() -> click.Option:
    """One object for all: click knows by it in which order the options were typed."""
    return click.Option(
        ["--lang", "chosen_language"],
        type=SpokenLanguage(),
        is_eager=True,
        expose_value=False,
        help=LANGUAGE_HELP,
    )


def chosen_language(context: click.Context | None) -> Language | None:
    """The language chosen anywhere in the line, or None."""
    chosen = context.meta.get(_LANGUAGE) if context else None
    return chosen if isinstance(chosen, Language) else None


def in_languages(text: Text, language: Language | None) -> list[str]:
    """The text in the language, or in the two that every text has: a line each."""
    return [text.say(one) for one in ((language,) if language else BOTH)]


class _SpokenFormatter(click.HelpFormatter):
    """Lays out help as click does, and says it in a language where there are words for it."""

    def __init__(self, language: Language, width: int | None, max_width: int | None) -> None:
        super().__init__(width=width, max_width=max_width)
        self._language = language

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line of the usage."""
        super().write_usage(prog, args, prefix or f"{FRAME['Usage:'].say(self._language)} ")

    def write_heading(self, heading: str) -> None:
        """The head of a section."""
        super().write_heading(FRAME[heading].say(self._language) if heading in FRAME else heading)

    def write_text(self, text: str) -> None:
        """The docstring of a command, in the language of this call."""
        super().write_text(help_text(text).say(self._language))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Options or commands with what they do."""
        super().write_dl([(name, self._row(words)) for name, words in rows], col_max, col_spacing)

    def _row(self, words: str) -> str:
        head, mark, extra = words.rpartition("  [") if not words.startswith("[") else ("", "[", words[1:])
        for term, said in FRAME.items():
            extra = extra.replace(term, said.say(self._language)) if mark and term.islower() else extra
        return f"{help_text(head).say(self._language)}{mark}{extra}" if mark else help_text(words).say(self._language)


def help_text(english: str) -> Text:
    """A help text by its English words, as they stand at the command; the same words where there are no others."""
    plain = " ".join(english.split())
    said = VIETNAMESE.get(plain) or _first_sentences().get(plain) or english
    return Text(vi=said, en=english)


@cache
def _first_sentences() -> dict[str, str]:
    """By the first sentence of each help text, as lists of commands show it."""
    return {_first_sentence(english): _first_sentence(said) for english, said in VIETNAMESE.items()}


def _first_sentence(words: str) -> str:
    return click.Command("", help=words).get_short_help_str(_WHOLE)


class SpokenContext(click.Context):
    """Formats the help in the language chosen."""

    def make_formatter(self) -> click.HelpFormatter:
        """A formatter of the width of the terminal."""
        return _SpokenFormatter(chosen_language(self) or Language.VI, self.terminal_width, self.max_content_width)


class SpokenCommand(click.Command):
    """A command that tells its help in the language chosen."""

    context_class = SpokenContext

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The language first, wherever it stands."""
        _choose_first(ctx, args)
        return super().parse_args(ctx, args)

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Its own, and the language."""
        return _with_language(super().get_params(ctx))


class SpokenGroup(click.Group):
    """A group of such commands; of each the first sentence is told whole."""

    context_class = SpokenContext
    command_class = SpokenCommand

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The language first, wherever it stands; click takes words out of the list as it goes."""
        _choose_first(ctx, args)
        return super().parse_args(ctx, args)

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Its own, and the language."""
        return _with_language(super().get_params(ctx))

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Names and one line of help each."""
        commands = {name: self.get_command(ctx, name) for name in self.list_commands(ctx)}
        with formatter.section("Commands"):
            formatter.write_dl(
                [(name, one.get_short_help_str(_WHOLE)) for name, one in commands.items() if one and not one.hidden]
            )

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that was named. Raises `click.NoSuchCommand` with names that look alike."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as fault:
            raise click.NoSuchCommand(fault.command_name, possibilities=self.list_commands(ctx), ctx=ctx) from fault


class SpokenUsageError(click.UsageError):
    """A usage error told in Vietnamese and English, with the command that tells more. Ends with 2."""

    def __init__(self, said: Text, context: click.Context | None = None) -> None:
        super().__init__(said.en, context or click.get_current_context(silent=True))
        self.said = said

    def show(self, file: Any = None) -> None:
        """Write the sentence and the command that tells more to `file`, else to standard error."""
        path = self.ctx.command_path if self.ctx else "kiosk-dvc"
        for line in (*in_languages(self.said, chosen_language(self.ctx)), f"{path} --help"):
            click.echo(line, file=file, err=file is None)


def usage_fault(fault: click.UsageError) -> Text:
    """What was typed wrong, in one sentence; the English one is click's own."""
    match fault:
        case click.NoSuchCommand(command_name=name):
            said = f"Không có lệnh “{name}”.{_near(fault.possibilities)}"
        case click.NoSuchOption(option_name=name):
            said = f"Không có tuỳ chọn “{name}”.{_near(fault.possibilities)}"
        case click.MissingParameter():
            said = f"Thiếu {_named(fault)}."
        case click.BadParameter():
            said = f"Giá trị của {_named(fault)} chưa đúng."
        case _:
            said = "Lệnh viết chưa đúng."
    english = fault.format_message()
    return Text(vi=said, en=english)


def _named(fault: click.BadParameter) -> str:
    hint = fault.param_hint or (fault.param.get_error_hint(fault.ctx) if fault.param and fault.ctx else None)
    return hint.replace("'", "") if isinstance(hint, str) else " / ".join(hint) if hint else "tham số"


def _near(names: Sequence[str] | None) -> str:
    return f" Có phải: {', '.join(sorted(names))}?" if names else ""
