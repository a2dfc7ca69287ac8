"""Tables against the type they should have: every fault, in the order of the file.

Only asked once msgspec has refused the whole. Leaves are judged by msgspec itself; here stand the tables and lists
around them, because msgspec stops at the first fault. `kiosk.toml.words` says what was expected.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from difflib import get_close_matches
from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import inspect

from kiosk.i18n import Text
from kiosk.toml.fault import Found
from kiosk.toml.places import inside
from kiosk.toml.words import bare, choices, is_text, looks_like, looks_like_given

_LEAVES: Final[dict[type, Any]] = {
    inspect.StrType: str,
    inspect.IntType: int,
    inspect.FloatType: float,
    inspect.BoolType: bool,
    inspect.DateType: date,
    inspect.DateTimeType: datetime,
    inspect.TimeType: time,
}
_LIMITS: Final = ("gt", "ge", "lt", "le", "multiple_of", "min_length", "max_length", "pattern")


def faults_in(tree: dict[str, object], kind: Any) -> Iterator[Found]:
    """Every place of the tables that the type does not allow."""
    root = inspect.type_info(kind)
    top = [field.encode_name for field in root.fields] if isinstance(root, inspect.StructType) else []
    return _Walk(top).value(tree, root, "")


class _Walk:
    """Through one file; `top` are the keys of its top level, looked for when one of them stands in a table."""

    def __init__(self, top: Sequence[str]) -> None:
        self._top = top

    def value(self, value: object, kind: inspect.Type, path: str) -> Iterator[Found]:
        match bare(kind):
            case inspect.StructType() as table if isinstance(value, dict):
                yield from self._table(value, table, path)
            case inspect.DictType() as table if isinstance(value, dict):
                for key, one in value.items():
                    yield from self.value(one, table.value_type, inside(path, key))
            case inspect.VarTupleType() | inspect.ListType() as many if isinstance(value, list):
                yield from self._list(value, many, path)
            case inspect.TupleType(item_types=types) if isinstance(value, list) and len(value) == len(types):
                for place, (one, inner) in enumerate(zip(value, types, strict=True)):
                    yield from self.value(one, inner, f"{path}[{place}]")
            case inspect.UnionType() as union:
                yield from self._union(value, union, path)
            case _ if not _fits(value, kind):
                yield path, _instead(value, kind)

    def _table(self, value: dict[str, object], table: inspect.StructType, path: str) -> Iterator[Found]:
        fields = {field.encode_name: field for field in table.fields}
        for key, one in value.items():
            if key in fields:
                yield from self.value(one, fields[key].type, inside(path, key))
            elif table.forbid_unknown_fields:
                yield inside(path, key), self._unknown(key, [name for name in fields if name not in value], path)
        for name, field in fields.items():
            if field.required and name not in value:
                yield inside(path, name), _missing(name, field.type, translation=is_text(table))

    def _list(self, value: list[object], many: inspect.VarTupleType | inspect.ListType, path: str) -> Iterator[Found]:
        if not (many.min_length or 0) <= len(value) <= (many.max_length or len(value)):
            yield path, _instead(value, many)
        for place, one in enumerate(value):
            yield from self.value(one, many.item_type, f"{path}[{place}]")

    def _union(self, value: object, union: inspect.UnionType, path: str) -> Iterator[Found]:
        """Into the one part that has the outer form of the value; with none, the whole is told."""
        fitting = [one for one in union.types if _has_form(value, bare(one))]
        if fitting:
            yield from self.value(value, fitting[0], path)
        elif not any(_fits(value, one) for one in union.types):
            yield path, _instead(value, union)

    def _unknown(self, key: str, absent: list[str], path: str) -> Text:
        if near := get_close_matches(key.lower(), absent, n=1):
            return Text(f"khóa lạ; có phải là `{near[0]}`?", f"unknown key; is it `{near[0]}`?")
        if path and key in self._top:
            return Text(
                f"khóa lạ ở đây; `{key}` đứng ở đầu tệp, trước bảng [ ] đầu tiên",
                f"unknown key here; `{key}` belongs at the top of the file, before the first [table]",
            )
        return Text("khóa lạ; xin xóa hoặc sửa chính tả", "unknown key; remove it or correct its spelling")


def _missing(key: str, kind: inspect.Type, *, translation: bool) -> Text:
    if translation:
        return Text(f"thiếu bản dịch `{key}`", f"missing translation `{key}`")
    wanted = looks_like(kind)
    return Text(f"thiếu khóa này; cần {wanted.vi}", f"missing key; expected {wanted.en}")


def _instead(value: object, kind: inspect.Type) -> Text:
    wanted, given = looks_like(kind), looks_like_given(value)
    near = get_close_matches(value, choices(kind), n=1) if isinstance(value, str) else []
    vi, en = (f" (có phải “{near[0]}”?)", f" (is it “{near[0]}”?)") if near else ("", "")
    return Text(f"cần {wanted.vi}; ở đây là {given.vi}{vi}", f"expected {wanted.en}; got {given.en}{en}")


def _has_form(value: object, kind: inspect.Type) -> bool:
    match kind:
        case inspect.StructType() | inspect.DictType():
            return isinstance(value, dict)
        case inspect.VarTupleType() | inspect.ListType() | inspect.TupleType():
            return isinstance(value, list)
    return False


def _fits(value: object, kind: inspect.Type) -> bool:
    """Whether msgspec takes a value that is no table and no list."""
    leaf = _leaf(bare(kind))
    try:
        msgspec.convert(value, leaf, strict=True)
    except msgspec.ValidationError:
        return False
    return leaf is not None


def _leaf(kind: Any) -> Any:
    """The Python type of a leaf with its limits; None for tables and lists, which fit nothing."""
    match kind:
        case inspect.EnumType(cls=members):
            return members
        case inspect.LiteralType(values=values):
            return Literal[values]
        case inspect.AnyType():
            return Any
        case inspect.NoneType():
            return None
    plain = _LEAVES.get(type(kind))
    limits = {name: getattr(kind, name) for name in _LIMITS if getattr(kind, name, None) is not None}
    return Annotated[plain, msgspec.Meta(**limits)] if plain is not None and limits else plain
