"""What a value of a type looks like, in words of both languages: "one of a, b", "a date such as 2026-11-23".

A limit that only a pattern can say carries its words itself: `msgspec.Meta(pattern=…, extra={"vi": …, "en": …})`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any, Final

from msgspec import inspect

from kiosk.i18n import Text

_BOTH_LANGUAGES: Final = {"vi", "en"}
_SIMPLE: Final[dict[type, Text]] = {
    inspect.StrType: Text("chữ", "text"),
    inspect.IntType: Text("số nguyên", "a whole number"),
    inspect.FloatType: Text("số", "a number"),
    inspect.BoolType: Text("true hoặc false", "true or false"),
    inspect.DateType: Text("ngày như 2026-11-23", "a date such as 2026-11-23"),
    inspect.DateTimeType: Text("ngày và giờ", "a date with a time"),
    inspect.TimeType: Text("giờ như 14:30:00", "a time such as 14:30:00"),
}
_GIVEN: Final[tuple[tuple[type, Text], ...]] = (
    (bool, Text("true/false", "true or false")),
    (int, Text("số nguyên", "a whole number")),
    (float, Text("số thập phân", "a decimal number")),
    (str, Text("chữ", "text")),
    (dict, Text("bảng", "a table")),
    (list, Text("danh sách", "a list")),
    (datetime, Text("ngày và giờ", "a date with a time")),
    (date, Text("ngày", "a date")),
    (time, Text("giờ", "a time")),
)
_LIMITS: Final = (
    ("gt", "lớn hơn {}", "more than {}"),
    ("ge", "từ {} trở lên", "at least {}"),
    ("lt", "nhỏ hơn {}", "less than {}"),
    ("le", "nhiều nhất là {}", "at most {}"),
)


def looks_like(kind: inspect.Type) -> Text:
    """What is expected where a value of this type stands."""
    words = _words_of(kind)
    match bare(kind):
        case inspect.EnumType() | inspect.LiteralType() as closed:
            return _one_of(choices(closed))
        case inspect.StructType() as table:
            return _table(table)
        case inspect.UnionType(types=types):
            return _either(looks_like(one) for one in types if not isinstance(one, inspect.NoneType))
        case inspect.DictType(value_type=inner):
            each = looks_like(inner)
            return Text(f"bảng, mỗi khóa là {each.vi}", f"a table, each key of it {each.en}")
        case inspect.VarTupleType(item_type=inner) | inspect.ListType(item_type=inner) as many:
            return _list(looks_like(inner), many)
        case inspect.TupleType(item_types=inner_types):
            parts = [looks_like(one) for one in inner_types]
            vi, en = (", ".join(getattr(part, key) for part in parts) for key in ("vi", "en"))
            return Text(f"danh sách {len(parts)} mục: {vi}", f"a list of {len(parts)}: {en}")
        case simple:
            plain = _SIMPLE.get(type(simple), Text("giá trị khác", "another kind of value"))
            return _limited(plain, simple, words)


def looks_like_given(value: object) -> Text:
    """What kind of value was found; a short text is told itself."""
    if isinstance(value, str) and len(value) <= 40 and value.isprintable():
        return Text(f"“{value}”", f"“{value}”")
    return next((words for kind, words in _GIVEN if isinstance(value, kind)), Text("?", "?"))


def bare(kind: inspect.Type) -> inspect.Type:
    """The type inside `Annotated`: without its bounds, patterns and words."""
    return bare(kind.type) if isinstance(kind, inspect.Metadata) else kind


def choices(kind: inspect.Type) -> list[str]:
    """The values of a closed list, in their order; empty for every other type."""
    match bare(kind):
        case inspect.EnumType(cls=members):
            return [str(member.value) for member in members]
        case inspect.LiteralType(values=values):
            return [str(value) for value in values]
    return []


def required(table: inspect.StructType) -> list[inspect.Field]:
    """The keys that a table cannot be without."""
    return [field for field in table.fields if field.required]


def is_text(table: inspect.StructType) -> bool:
    """Whether a table is one text in the languages of the screen."""
    return {field.encode_name for field in table.fields} == _BOTH_LANGUAGES


def _one_of(values: list[str]) -> Text:
    listed = ", ".join(values)
    return Text(f"một trong: {listed}", f"one of {listed}")


def _table(table: inspect.StructType) -> Text:
    if is_text(table):
        return Text("chữ hai thứ tiếng, `vi` và `en`", "a text in both languages, `vi` and `en`")
    told = [_key(field) for field in required(table)]
    vi, en = ", ".join(key.vi for key in told), ", ".join(key.en for key in told)
    return Text(f"bảng có {vi}", f"a table with {en}") if told else Text("bảng", "a table")


def _key(field: inspect.Field) -> Text:
    """A key of a table, with what it holds where that is not just any text: one answer is to be enough."""
    if isinstance(field.type, inspect.StrType):
        return Text(f"`{field.encode_name}`", f"`{field.encode_name}`")
    holds = looks_like(field.type)
    return Text(f"`{field.encode_name}` ({holds.vi})", f"`{field.encode_name}` ({holds.en})")


def _list(each: Text, many: inspect.VarTupleType | inspect.ListType) -> Text:
    if many.min_length:
        return Text(
            f"danh sách có ít nhất {many.min_length} mục, mỗi mục là {each.vi}",
            f"a list of at least {many.min_length}, each {each.en}",
        )
    return Text(f"danh sách, mỗi mục là {each.vi}", f"a list, each item {each.en}")


def _either(each: Iterable[Text]) -> Text:
    told = list(each)
    return Text(" hoặc ".join(one.vi for one in told), " or ".join(one.en for one in told))


def _limited(plain: Text, kind: Any, words: Text | None) -> Text:
    """With what a pattern means, and with the limits of a number."""
    if words is not None:
        return Text(f"{plain.vi} {words.vi}", f"{plain.en} {words.en}")
    if (least := getattr(kind, "min_length", None)) and (most := getattr(kind, "max_length", None)):
        return Text(f"{plain.vi} từ {least} đến {most} ký tự", f"{plain.en} of {least} to {most} characters")
    told = [
        (vi.format(_number(limit)), en.format(_number(limit)))
        for name, vi, en in _LIMITS
        if (limit := getattr(kind, name, None)) is not None
    ]
    if not told:
        return plain
    return Text(f"{plain.vi} {', '.join(vi for vi, _ in told)}", f"{plain.en}, {' and '.join(en for _, en in told)}")


def _number(limit: float) -> str:
    return f"{limit:g}" if limit < 1_000_000 else str(limit)


def _words_of(kind: inspect.Type) -> Text | None:
    extra = kind.extra if isinstance(kind, inspect.Metadata) else None
    return Text(str(extra["vi"]), str(extra["en"])) if extra else None
