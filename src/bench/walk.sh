#!/bin/bash
# Walks at random over the verbs of labs on several servers, and asks after each step whether anything was lost, split or said
# wrongly. A line for each failure, with the shortest script found that fails in the same way, and the totals at the end.
# Usage: ./pgduo bench walk [--steps N] [--seed S] [--pg 12,15,18] [--shrink SECONDS] [--trace FILE] [--script "LINE; LINE"]
set -euo pipefail
. "$PGDUO_HOME/src/bench/tests.sh"
tests dev.pgduo.walk.WalkMain "$@"
