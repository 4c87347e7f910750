#!/bin/bash
# The whole reference scenario: "pgduo verify" of the reference lab, with all its comparisons, beside the plain script of
# baseline.sh; whole processes, Java's start and the removal of the lab included.
# Usage: ./pgduo bench scenario [RUNS] [FILE] [--json]
set -euo pipefail
. "$PGDUO_HOME/src/bench/turns.sh"
runs=${1:-7}
file=${2:-$PGDUO_HOME/lab-scripts/switchover.lab}
ours() { "$PGDUO_HOME/pgduo" verify "$file"; }
theirs() { bash "$PGDUO_HOME/src/bench/baseline.sh"; }
machine
turns "$runs" pgduo script
