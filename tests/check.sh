#!/usr/bin/env bash
# Format, lint, types, imports, QML, the places and words of each screen, all side by side; with --screens also every screen in
# the corners of the audit. Called by ./station check with the folder of the tools. What a step says is shown when it fails.
set -uo pipefail
bin=$1
shift
screens=no
for word in "$@"; do
    case $word in
    --screens) screens=yes ;;
    *) echo "check: unknown option $word (there is --screens)" >&2; exit 2 ;;
    esac
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
names=() started=()
step() { # NAME COMMAND…: begins it
    local name=$1
    shift
    names+=("$name")
    { "$@" >"$work/$name" 2>&1; echo "$? $SECONDS" >"$work/$name.end"; } &
    started+=($!)
}

step types "$bin/mypy" --no-error-summary
step types-on-windows "$bin/mypy" --no-error-summary --platform win32 --cache-dir .mypy_cache/win32 devices/system
step qml tests/qml/lint.sh "$bin"
step format "$bin/ruff" format --check .
step lint "$bin/ruff" check --quiet .
step imports "$bin/lint-imports" --no-logo
step promises "$bin/python" -m tests.promises --check
step texts "$bin/python" -m tests.qml.texts --check
step screen-places "$bin/python" tests/qml/screen_places.py
if [ $screens = yes ]; then # one process for each theme: to change it costs more than to look
    for theme in light dark high-contrast; do
        step "screens-$theme" "$bin/python" -m ui audit --small --theme $theme
    done
fi

failed=0
for place in "${!names[@]}"; do
    name=${names[$place]}
    wait "${started[$place]}"
    read -r code seconds <"$work/$name.end"
    if [ "$code" -eq 0 ]; then
        printf 'check: %-22s ok      after %3d s\n' "$name" "$seconds"
    else
        cat "$work/$name"
        printf 'check: %-22s FAILED  after %3d s\n' "$name" "$seconds"
        failed=1
    fi
done
exit $failed
