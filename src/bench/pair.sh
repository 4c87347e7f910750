#!/bin/bash
# From nothing to a streaming standby: "pgduo -c up" beside initdb, pg_basebackup and pg_ctl of baseline.sh. Both begin without a
# lab and remove it at the end (the removal is counted, too).
# Usage: ./pgduo bench pair [RUNS] [--json]; TMPDIR says on which disk.
set -euo pipefail
. "$PGDUO_HOME/src/bench/turns.sh"
runs=${1:-7}
place=$(mktemp -d)
pgduo() { XDG_DATA_HOME=$place "$PGDUO_HOME/pgduo" "$@"; }
trap 'pgduo -c "destroy --yes" >/dev/null 2>&1 || true; rm -rf "$place"' EXIT
ours() { pgduo -c "up --auth trust" -c "destroy --yes"; }
theirs() { PAIR_ONLY=1 bash "$PGDUO_HOME/src/bench/baseline.sh"; }
machine
turns "$runs" pgduo script
