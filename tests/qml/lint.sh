#!/usr/bin/env bash
# qmllint over every QML file, knowing the Python types. $1: the folder of the tools (a virtual environment's bin).
set -euo pipefail
bin=$1
here=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

PYTHONPATH=$here "$bin/python" "$here/tests/qml/describe_types.py" "$work"

# The files around the web view are left out: their types are those of an extra that these checks do without.
mapfile -t qml < <(find "$here/ui/qml" "$here/ui/portal/qml" "$here/tests/qml" -name '*.qml' | grep -v -e /Beginning.qml -e /GuardedView.qml -e /OfficialPage.qml -e /PortalWindow.qml | sort)
"$bin/pyside6-qmllint" -W 0 -I "$here/ui/qml" -I "$here/ui/portal/qml" -I "$work" "${qml[@]}"
