#!/bin/bash
# Draws docs/learn.svg: a task of the course's lab 05 in a terminal of 80 columns. Usage: src/docs/learn-picture.sh [PGDUO]; needs tmux.
set -euo pipefail
home=$(cd -- "$(dirname -- "$0")/../.." && pwd)
pgduo=${1:-$home/pgduo}
work=$(mktemp -d)
screen() { tmux -f /dev/null -S "$work/tmux" "$@"; }
leave() {
    screen kill-server 2>/dev/null || true
    rm -rf "$work"
}
trap leave EXIT

await() {
    for _ in $(seq 600); do
        if screen capture-pane -p | grep -qF -- "$1"; then return; fi
        sleep 0.1
    done
    echo "learn-picture.sh: \"$1\" never came; the screen shows:" >&2
    screen capture-pane -p >&2
    exit 1
}

# Types a line and waits until the screen shows what comes of it.
say() {
    # By its bytes: tmux takes a semicolon at the end for its own.
    # shellcheck disable=SC2046
    screen send-keys -H $(printf %s "$1" | od -An -v -tx1)
    screen send-keys Enter
    await "$2"
}

screen new-session -d -x 80 -y 32 env TERM=xterm-256color XDG_STATE_HOME="$work/state" "$pgduo" learn 05
await 'Enter goes on'
screen send-keys Enter
await 'a knows of none'
screen send-keys Enter
await 'task 1/4'
screen send-keys C-l
say "alter system set synchronous_standby_names = 'c';" 'ALTER SYSTEM'
say 'select pg_reload_conf();' '(1 row)'
say '\check' 'not yet'
say '\hint' 'hint 1'
say '\conf set synchronous_standby_names=* --node a' 'needs a reload'
say '\reload a' 'done: '
await 'is done: Enter'
screen capture-pane -e -p | java "$home/src/docs/ScreenPicture.java" |
    sed 's|<title>.*</title>|<title>A task of the course: a wrong answer, what is missing, a hint, another way, done</title>|' >"$home/docs/learn.svg"
