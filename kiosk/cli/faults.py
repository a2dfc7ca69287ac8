"""What a command says when it cannot go on: one sentence in both languages, never a traceback."""

from __future__ import annotations

import sqlite3
import traceback
from pathlib import Path
from typing import Any

import click

from kiosk import disk, logs
from kiosk.cli.help import SpokenUsageError, chosen_language, in_languages
from kiosk.cli.spoken import in_one_or_both
from kiosk.errors import KioskError, failure_book
from kiosk.i18n import Language, Text, joined

FORESEEN = (KioskError, OSError, sqlite3.Error)
"""What `told` has words for."""

_NOT_ALLOWED = Text("{path}: không có quyền. Chạy lại bằng sudo, hoặc chọn chỗ khác.",
                    "{path}: not allowed. Run it again with sudo, or choose another place.")  # fmt: skip
_NOT_THERE = Text("{path}: không có tệp hoặc thư mục này.", "{path}: there is no such file or folder.")
_A_FOLDER = Text("{path}: đây là thư mục, cần một tệp.", "{path}: this is a folder; a file is needed.")
_A_FILE = Text("{path}: trên đường dẫn này có tệp ở chỗ của thư mục.",
               "{path}: on this path there is a file where a folder is needed.")  # fmt: skip
_THERE_ALREADY = Text("{path}: đã có rồi.", "{path}: it is there already.")
_OTHER = Text("{path}: {reason}", "{path}: {reason}")
_UNEXPECTED = Text(
    "Lỗi không ngờ tới ({kind}, {where}). Gửi dòng này cho người làm chương trình.",
    "An unexpected fault ({kind}, {where}). Send this line to the makers of the program.",
)
_BY_KIND: tuple[tuple[type[OSError], Text], ...] = (
    (PermissionError, _NOT_ALLOWED),
    (FileNotFoundError, _NOT_THERE),
    (IsADirectoryError, _A_FOLDER),
    (NotADirectoryError, _A_FILE),
    (FileExistsError, _THERE_ALREADY),
)


class CommandFault(click.ClickException):
    """Ends a command with 1 and its sentence."""

    def show(self, file: Any = None) -> None:
        """Write the sentence to standard error."""
        click.echo(self.message, file=file, err=file is None)


def refused(vi: str, en: str, /, **gaps: object) -> CommandFault:
    """What cannot be done, in the language chosen or in both."""
    language = chosen_language(click.get_current_context(silent=True))
    return CommandFault("\n".join(in_languages(Text(vi, en).filled(**gaps), language)))


def wrong_use(vi: str, en: str, /, **gaps: object) -> SpokenUsageError:
    """What was typed cannot be meant; ends with 2."""
    return SpokenUsageError(Text(vi, en).filled(**gaps))


def for_staff(code: str) -> Text:
    """What the failure book says to the staff about a failure."""
    failure = failure_book()[code]
    return joined(" ", (failure.title, failure.at_console))


def told(fault: BaseException, language: Language | None = None) -> str:
    """The sentence about a fault of `FORESEEN`, or about a command that failed on a full disk."""
    if disk.says_full(fault):
        return "\n".join(in_languages(for_staff(disk.CODE), language))
    if refusal := _refusal_of_the_system(fault):
        said = next((text for kind, text in _BY_KIND if isinstance(refusal, kind)), _OTHER)
        filled = said.filled(path=refusal.filename, reason=refusal.strerror or type(refusal).__name__)
        return "\n".join(in_languages(filled, language))
    if isinstance(fault, KioskError) and fault.said:
        return "\n".join(in_languages(fault.said, language))
    return fault.format_message() if isinstance(fault, click.ClickException) else str(fault) or type(fault).__name__


def as_chosen(fault: BaseException) -> CommandFault:
    """What the command that runs says of this fault, in the language chosen for it or in both."""
    return CommandFault(told(fault, chosen_language(click.get_current_context())))


def _refusal_of_the_system(fault: BaseException) -> OSError | None:
    """What the system refused, with its path: this fault, or the one whose reason it only repeats."""
    repeated = fault.__cause__
    if isinstance(repeated, OSError) and str(fault).endswith(f": {repeated.strerror}"):
        fault = repeated
    return fault if isinstance(fault, OSError) and fault.filename is not None else None


def tell_unexpected(kind: type[BaseException], error: BaseException, trace: object) -> None:
    """For `sys.excepthook`: a fault that nobody foresaw by its kind and place; its text may hold anything."""
    logs.excepthook(kind, error, trace)
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    click.echo(in_one_or_both(_UNEXPECTED.filled(kind=kind.__name__, where=where), None), err=True)
