"""Writes what the Python types of QML look like, for qmllint: one folder a module with `qmldir` and `types.qmltypes`.

Reads the meta objects of the classes themselves, so properties made by functions are seen; PySide's own
`pyside6-metaobjectdump` reads source text and knows only getters given by name. Run: `describe_types.py FOLDER`.
"""

from __future__ import annotations

import importlib
import sys
from collections import defaultdict
from pathlib import Path

from PySide6.QtCore import QMetaEnum, QMetaMethod, QMetaObject, QMetaProperty, QObject

ROOT = Path(__file__).resolve().parents[2]
TYPES = {"QString": "QString", "PyObject": "QVariant"}


def classes() -> dict[str, list[type[QObject]]]:
    """The classes registered for QML, by the name of their module."""
    found: dict[str, list[type[QObject]]] = defaultdict(list)
    for file in sorted((ROOT / "ui").rglob("*.py")):
        if "\nQML_IMPORT_NAME = " not in file.read_text(encoding="utf-8"):
            continue
        module = importlib.import_module(".".join(file.relative_to(ROOT).with_suffix("").parts))
        own = [
            kind for kind in vars(module).values() if isinstance(kind, type) and kind.__module__ == module.__name__
        ]
        found[module.QML_IMPORT_NAME] += [kind for kind in own if issubclass(kind, QObject)]
    return found


def type_of(name: str) -> str:
    """A type as qmltypes spells it."""
    plain = TYPES.get(name, name)
    return f'type: "{plain[:-1]}"; isPointer: true' if plain.endswith("*") else f'type: "{plain}"'


def property_line(entry: QMetaProperty) -> str:
    """One property."""
    notify = bytes(entry.notifySignal().name().data()).decode() if entry.hasNotifySignal() else ""
    readonly = "" if entry.isWritable() else "isReadonly: true; "
    told = f'notify: "{notify}"; ' if notify else ""
    return (
        f'        Property {{ name: "{entry.name()}"; {type_of(str(entry.typeName()))}; {readonly}{told}index: 0 }}'
    )


def method_line(method: QMetaMethod) -> str:
    """One signal or slot with its parameters."""
    kind = "Signal" if method.methodType() is QMetaMethod.MethodType.Signal else "Method"
    names = [bytes(name.data()).decode() for name in method.parameterNames()]
    types = [bytes(name.data()).decode() for name in method.parameterTypes()]
    parameters = " ".join(
        f'Parameter {{ name: "{name or f"arg{place}"}"; {type_of(kind_)} }}'
        for place, (name, kind_) in enumerate(zip(names, types, strict=True))
    )
    returned = str(method.typeName() or "void")
    result = f"{type_of(returned)}; " if returned != "void" else ""
    return f'        {kind} {{ name: "{bytes(method.name().data()).decode()}"; {result}{parameters} }}'


def enum_line(entry: QMetaEnum) -> str:
    """One enumeration."""
    values = ", ".join(f'"{entry.key(place)}"' for place in range(entry.keyCount()))
    return f'        Enum {{ name: "{entry.name()}"; values: [{values}] }}'


def component(kind: type[QObject], module: str) -> str:
    """One class: only what it adds to its Qt base."""
    meta: QMetaObject = kind.staticMetaObject
    base = next(parent for parent in kind.__mro__ if parent.__module__.startswith("PySide6"))
    inherited: QMetaObject = base.staticMetaObject
    lines = [
        "    Component {",
        f'        name: "{kind.__name__}"',
        f'        prototype: "{base.__name__}"',
        f'        exports: ["{module}/{kind.__name__} 1.0"]',
        "        exportMetaObjectRevisions: [256]",
        *(enum_line(meta.enumerator(n)) for n in range(inherited.enumeratorCount(), meta.enumeratorCount())),
        *(property_line(meta.property(n)) for n in range(inherited.propertyCount(), meta.propertyCount())),
        *(method_line(meta.method(n)) for n in range(inherited.methodCount(), meta.methodCount())),
        "    }",
    ]
    return "\n".join(lines)


def main(folder: Path) -> None:
    """Write every module."""
    for module, kinds in classes().items():
        place = folder / module.replace(".", "/")
        place.mkdir(parents=True, exist_ok=True)
        bodies = "\n".join(component(kind, module) for kind in kinds)
        (place / "types.qmltypes").write_text(
            f"import QtQuick.tooling 1.2\nModule {{\n{bodies}\n}}\n", encoding="utf-8"
        )
        (place / "qmldir").write_text(f"module {module}\ntypeinfo types.qmltypes\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
