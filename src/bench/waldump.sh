#!/bin/bash
# "./pgduo pg_waldump" beside PostgreSQL 15's on a generated log (every index type, prepared and nested transactions, logical messages,
# multixacts, compressed images, 1 MB segments): first whether every byte is the same, also in a heap of 32 MB, then time, JVM start
# included.
# Usage: ./pgduo bench waldump [RUNS [ROWS]] [--json]; TMPDIR says where the server and the log are.
set -euo pipefail
. "$PGDUO_HOME/src/bench/turns.sh"
runs=${1:-3}
rows=${2:-20000}
bin=${BIN:-/usr/lib/postgresql/15/bin}
place=$(mktemp -d "${TMPDIR:-/var/tmp}/pgduo-bench-XXXXXX")
chmod 755 "$place"
as() { if [ "$(id -u)" = 0 ]; then unshare -U "$@"; else "$@"; fi; }
trap 'as "$bin/pg_ctl" -D "$place/data" -m immediate -s stop >/dev/null 2>&1 || true; rm -rf "$place"' EXIT

mkdir "$place/tablespace"
as "$bin/initdb" -D "$place/data" -U postgres -A trust -E UTF8 -N --wal-segsize=1 >/dev/null
cat >>"$place/data/postgresql.conf" <<CONF
unix_socket_directories = '$place'
listen_addresses = ''
fsync = off
wal_level = logical
max_prepared_transactions = 10
track_commit_timestamp = on
wal_keep_size = 100GB
max_wal_size = 4GB
CONF
as "$bin/pg_ctl" -D "$place/data" -l "$place/log" -s -w start
first=$("$bin/psql" -XAtq -h "$place" -U postgres -c "select pg_current_wal_lsn()" postgres)
"$bin/psql" -Xq -h "$place" -U postgres -v rows="$rows" -v place="$place/tablespace" \
    -f "$PGDUO_HOME/src/test/resources/dev/pgduo/shell/client/wal-workload.sql" postgres >/dev/null
as "$bin/pg_ctl" -D "$place/data" -m immediate -s stop

ours_is() { "$PGDUO_HOME/pgduo" pg_waldump -p "$place/data/pg_wal" -s "$first" "$@" || true; }
theirs_is() { "$bin/pg_waldump" -p "$place/data/pg_wal" -s "$first" "$@" || true; }
machine
for options in "" "-b" "-z" "--stats=record"; do
    ours_is $options >"$place/ours" 2>/dev/null
    theirs_is $options >"$place/theirs" 2>/dev/null
    cmp "$place/ours" "$place/theirs"
    tell "the same bytes${options:+, $options}: $(wc -l <"$place/theirs") lines"
done
theirs_is >"$place/theirs" 2>/dev/null
JDK_JAVA_OPTIONS=-Xmx32m ours_is >"$place/ours" 2>/dev/null
cmp "$place/ours" "$place/theirs"
tell "the same bytes in a heap of 32 MB: $(du -sm "$place/data/pg_wal" | cut -f 1) MB of log"
ours() { ours_is >"$place/ours" 2>/dev/null; }
theirs() { theirs_is >"$place/theirs" 2>/dev/null; }
turns "$runs" pgduo pg_waldump "the whole list"
ours() { ours_is -q 2>/dev/null; }
theirs() { theirs_is -q 2>/dev/null; }
turns "$runs" pgduo pg_waldump "reading only"
