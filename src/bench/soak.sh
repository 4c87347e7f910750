#!/bin/bash
# Kills pgduo (SIGKILL) while it carries out verbs, and asks after each kill whether there is a consistent lab or none, without
# orphans, locks and half-made files, and with all committed rows. Prints each kill, the faults, and the count.
# Usage: ./pgduo bench soak [--kills N] [--seed S] [--pg V]
set -euo pipefail
. "$PGDUO_HOME/src/bench/tests.sh"
tests dev.pgduo.walk.SoakMain "$@"
