#!/usr/bin/env bash
# qmllint over every QML file, knowing the Python types. $1: the folder of the tools (a virtual environment's bin).
set -euo pipefail
bin=$1
here=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Describe the Python types: one folder a QML module, as qmllint wants it. Files of one module are described together.
qt=$("$bin/python" -c "import PySide6, pathlib; print(pathlib.Path(PySide6.__file__).parent)")
foreign=$(ls "$qt"/Qt/metatypes/qt6{core,gui,qml,quick}_*metatypes.json 2>/dev/null | paste -sd, -)
declare -A sources
while IFS= read -r file; do
    module=$(sed -n 's/^QML_IMPORT_NAME = "\(.*\)"$/\1/p' "$file")
    sources[$module]+="$file "
done < <(grep -rl --include='*.py' '^QML_IMPORT_NAME = ' "$here/ui" | sort)

for module in "${!sources[@]}"; do
    folder=$work/${module//.//}
    mkdir -p "$folder"
    read -ra files <<<"${sources[$module]}"
    PYTHONPATH=$here "$bin/pyside6-metaobjectdump" -o "$folder/types.json" "${files[@]}"
    "$bin/pyside6-qmltyperegistrar" "$folder/types.json" --import-name="$module" --major-version=1 --minor-version=0 \
        --past-major-version 1 --foreign-types="$foreign" --generate-qmltypes="$folder/types.qmltypes" >/dev/null
    printf 'module %s\ntypeinfo types.qmltypes\n' "$module" >"$folder/qmldir"
done

mapfile -t qml < <(find "$here/ui/qml" "$here/tests/qml" -name '*.qml' | sort)
"$bin/pyside6-qmllint" -W 0 -I "$here/ui/qml" -I "$work" "${qml[@]}"
