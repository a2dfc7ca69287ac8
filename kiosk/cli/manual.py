"""`kiosk-dvc manual`: the manual page, made of the commands themselves, in Vietnamese or English (man(7))."""

from __future__ import annotations

from collections.abc import Iterator

import click

from kiosk import paths
from kiosk.cli.help import SpokenCommand, help_text
from kiosk.cli.spoken import language_option
from kiosk.i18n import Language, Text

_NAME = Text("chương trình của điểm hỗ trợ dịch vụ công ở xã", "the kiosk of a commune's help point")
_HEADS = {
    "NAME": Text("TÊN", "NAME"),
    "SYNOPSIS": Text("CÁCH DÙNG", "SYNOPSIS"),
    "OPTIONS": Text("TUỲ CHỌN CHUNG", "OPTIONS"),
    "COMMANDS": Text("LỆNH", "COMMANDS"),
    "FILES": Text("TỆP", "FILES"),
    "EXIT": Text("MÃ KẾT THÚC", "EXIT STATUS"),
}
_FILES = {
    "/etc/kiosk-dvc": Text(
        "thiết lập, nội dung và chứng thư riêng của trạm", "the station's own settings, content and roots"
    ),
    "/var/lib/kiosk-dvc": Text(
        "số đếm, nội dung đã nhận; không có gì về người dân", "counts and received content; nobody's data"
    ),
}
_EXIT = {
    "0": Text("xong", "done"),
    "1": Text(
        "không làm được, hoặc có chỗ hỏng; lý do nằm ở đầu ra lỗi chuẩn",
        "it could not be done, or something is broken; standard error says why",
    ),
    "2": Text("lệnh viết chưa đúng", "the command was not understood"),
}


@click.command(cls=SpokenCommand)
@language_option()
@click.pass_context
def command(context: click.Context, lang: Language) -> None:
    """Print the manual page of all commands, for `man -l -`."""
    root = context.find_root().command
    if not isinstance(root, click.Group):
        raise TypeError("the program is a group of commands")
    click.echo("\n".join(page(root, lang)))


def page(root: click.Group, language: Language) -> Iterator[str]:
    """The lines of the page, in man(7)."""
    yield f'.TH KIOSK\\-DVC 1 "" "kiosk\\-dvc {_safe(paths.version())}"'
    yield from (_head("NAME", language), f"kiosk\\-dvc \\- {_NAME.say(language)}", _head("SYNOPSIS", language))
    yield from (".B kiosk\\-dvc", "[\\-\\-lang vi|en] COMMAND [OPTIONS]", _head("OPTIONS", language))
    context = click.Context(root, info_name="kiosk-dvc")
    yield from _options(root, context, language)
    yield _head("COMMANDS", language)
    yield from _commands(root, context, language)
    for name, rows in (("FILES", _FILES), ("EXIT", _EXIT)):
        yield _head(name, language)
        for term, said in rows.items():
            yield from (".TP", f".B {_safe(term)}", _safe(said.say(language)))


def _head(name: str, language: Language) -> str:
    return f'.SH "{_HEADS[name].say(language)}"'


def _commands(group: click.Group, above: click.Context, language: Language) -> Iterator[str]:
    for name in group.list_commands(above):
        one = group.get_command(above, name)
        if one is None or one.hidden:
            continue
        context = click.Context(one, parent=above, info_name=name)
        yield f'.SS "{_safe(" ".join([context.command_path.partition(" ")[2], *_pieces(one, context)]))}"'
        yield _safe(_said(one.help or "", language))
        yield from _options(one, context, language)
        if isinstance(one, click.Group):
            yield from _commands(one, context, language)


def _pieces(one: click.Command, context: click.Context) -> list[str]:
    return [parameter.make_metavar(context) for parameter in one.params if isinstance(parameter, click.Argument)]


def _options(one: click.Command, context: click.Context, language: Language) -> Iterator[str]:
    for option in one.params:
        if not isinstance(option, click.Option) or option.hidden:
            continue
        value = "" if option.is_flag else f" {option.make_metavar(context)}"
        yield from (".TP", f".B {_safe(', '.join(option.opts) + value)}", _safe(_said(option.help or "", language)))


def _said(words: str, language: Language) -> str:
    return help_text(" ".join(words.split())).say(language)


def _safe(words: str) -> str:
    """Letters that roff would read as its own."""
    plain = words.replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq")
    return f"\\&{plain}" if plain[:1] in (".", "'") else plain
