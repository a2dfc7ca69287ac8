#!/usr/bin/env bash
# Format, lint, types, imports, QML. Called by ./station check with the folder of the tools.
set -uo pipefail
bin=$1
failed=0
step() {
    local name=$1
    shift
    if "$@"; then printf 'check: %-8s ok\n' "$name"; else printf 'check: %-8s FAILED\n' "$name"; failed=1; fi
}
step format "$bin/ruff" format --check --quiet .
step lint "$bin/ruff" check --quiet .
step types "$bin/mypy" --no-error-summary
step imports "$bin/lint-imports" --no-logo
[ -x tests/qml/lint.sh ] && step qml tests/qml/lint.sh "$bin"
step audit "$bin/python" -m ui audit --small
exit $failed
