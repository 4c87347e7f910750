#!/bin/bash
# Draws docs/session.svg: a real session of pgduo in a terminal of 80 columns. Usage: src/docs/picture.sh [PGDUO]; needs tmux.
set -euo pipefail
home=$(cd -- "$(dirname -- "$0")/../.." && pwd)
pgduo=${1:-$home/pgduo}
work=$(mktemp -d)
screen() { tmux -f /dev/null -S "$work/tmux" "$@"; }
leave() {
    screen kill-server 2>/dev/null || true
    XDG_STATE_HOME=$work/state "$pgduo" --dir "$work/lab" -c 'destroy --yes' >/dev/null 2>&1 || true
    rm -rf "$work"
}
trap leave EXIT

# Types a line and waits until the screen shows what comes of it.
say() {
    # By its bytes: tmux takes a semicolon at the end for its own.
    # shellcheck disable=SC2046
    [ -z "$1" ] || screen send-keys -H $(printf %s "$1" | od -An -v -tx1)
    [ "$3" = stay ] || screen send-keys Enter
    for _ in $(seq 300); do
        if screen capture-pane -p | grep -qF -- "$2"; then return; fi
        sleep 0.1
    done
    echo "picture.sh: \"$1\" never led to \"$2\"; the screen shows:" >&2
    screen capture-pane -p >&2
    exit 1
}

XDG_STATE_HOME=$work/state "$pgduo" --dir "$work/lab" -c up >/dev/null
screen new-session -d -x 80 -y 32 env TERM=xterm-256color XDG_STATE_HOME="$work/state" "$pgduo" --dir "$work/lab"
say '' 'streaming' stay
screen send-keys C-l
say 'status' 'node b: running standby' enter
say 'psql a' '=>' enter
say "create table greeting as select 'Hello' as words;" 'SELECT 1' enter
say '| select * from greeting;' '(1 row)' enter
say "| insert into greeting values ('Hi');" 'HINT' enter
say 'begin;' 'BEGIN' enter
say "insert into greeting select 'Привет' where true -- not sent yet" 'not sent yet' stay
screen capture-pane -e -p | java "$home/src/docs/ScreenPicture.java" >"$home/docs/session.svg"
