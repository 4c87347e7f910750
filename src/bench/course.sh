#!/bin/bash
# The whole course, in both languages, on all majors, and whether the checks of its tasks are honest on the installed server. Says how long
# each took. Usage: ./pgduo bench course [--json] [MAJORS]: 9.6,10-18 when left out.
set -euo pipefail
. "$PGDUO_HOME/src/bench/turns.sh"

majors=${1:-9.6,10-18}
cd "$PGDUO_HOME"
machine
failed=0

timed() {
    local what=$1 start
    shift
    start=$(date +%s%N)
    "$@" >&2 || failed=1
    local took=$((($(date +%s%N) - start) / 1000000))
    tell "$what: $((took / 1000)) s"
    [ -z "$json" ] || printf '{"what": %s, "ms": %s}\n' "$(quoted "$what")" "$took"
}

timed "the course on $majors" ./pgduo verify --pg "$majors" lab-scripts/course
timed "its tasks" ./pgduo verify --tasks lab-scripts/course/en
exit "$failed"
