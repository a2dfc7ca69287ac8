#!/usr/bin/env bash
# qmllint over every QML file, knowing the Python types. $1: the folder of the tools (a virtual environment's bin).
set -euo pipefail
bin=$1
here=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

PYTHONPATH=$here "$bin/python" "$here/tests/qml/describe_types.py" "$work"

mapfile -t qml < <(find "$here/ui/qml" "$here/tests/qml" -name '*.qml' | sort)
"$bin/pyside6-qmllint" -W 0 -I "$here/ui/qml" -I "$work" "${qml[@]}"
