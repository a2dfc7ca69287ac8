#!/usr/bin/env bash
# Visits, updates and the pack trial as they go on other days, all days side by side, each under Debian's faketime
# in a process tree of its own. Real daemons are left out: they are no part of the question, and a false clock upsets
# them. Called by ./station days with the Python to use and, if others are wanted, the days.
set -uo pipefail
python=$1
shift
days=("$@")
[ ${#days[@]} -gt 0 ] || days=(2026-12-31 2027-03-02 2028-02-29)
for day in "${days[@]}"; do
    date -d "$day" >/dev/null 2>&1 || { echo "days: not a day: $day (write 2027-03-02)" >&2; exit 2; }
done

# Whatever reads the day on the wall, and the content tests. Those of forms and sessions are handed their day, and fail when
# anything reads the clock (`unread_clock` in tests/helpers/days.py): they are the same on every day.
played=(
    tests/unit/content
    tests/unit/kiosk/cli/test_content.py
    tests/journeys/test_visit.py
    tests/journeys/test_visit_in_the_window.py
    tests/journeys/test_guides_of_docs.py
    tests/unit/kiosk/cli/test_update.py
    tests/withstand/test_pack_trial.py
)
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

play() { # DAY
    NO_FAKE_STAT=1 PYTHONPATH=$here/tests/other_days:$here faketime --exclude-monotonic -f "@$1 09:00:00" \
        "$python" -P -m pytest -q -p no:cacheprovider --basetemp="$work/$1-files" -m 'not real' "${played[@]}"
}

started=()
for day in "${days[@]}"; do
    play "$day" >"$work/$day" 2>&1 &
    started+=($!)
done
failed=0
for place in "${!days[@]}"; do
    day=${days[$place]}
    if wait "${started[$place]}"; then
        printf 'days: %s ok      %s\n' "$day" "$(grep -E '[0-9]+ passed.* in ' "$work/$day" | tail -n 1)"
    else
        cat "$work/$day"
        printf 'days: %s FAILED\n' "$day"
        failed=1
    fi
done
exit $failed
