#!/bin/bash
# How long a key takes to be seen on the prompt while both nodes stream and the status bar runs, and what the shell costs while
# nobody types. Usage: ./pgduo bench typing [KEYS] [SECONDS] [--json]; needs python3 for the pseudo-terminal.
set -euo pipefail
. "$PGDUO_HOME/src/bench/turns.sh"
machine
exec python3 "$PGDUO_HOME/src/bench/typing.py" ${json:+--json} "${1:-200}" "${2:-20}" "$PGDUO_HOME/pgduo"
