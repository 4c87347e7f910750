#!/bin/bash
# A base backup of a 1 GB database, synced to the disk: "pgduo -c basebackup" with a heap of 64 MB (JVM start included) beside
# "pg_basebackup -X stream -c fast" from the same server. Each removes the copy of the turn before, which is counted, too.
# At the end pg_verifybackup looks at pgduo's copy, and a downloaded server is unpacked into an empty cache.
# Usage: ./pgduo bench backup [RUNS [MEGABYTES]] [--json]; TMPDIR says on which disk.
set -euo pipefail
. "$PGDUO_HOME/src/bench/turns.sh"
runs=${1:-5}
megabytes=${2:-1000}
bin=${BIN:-$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)}
place=$(mktemp -d "${TMPDIR:-/var/tmp}/pgduo-bench-XXXXXX")
chmod 755 "$place"
pgduo() { "$PGDUO_HOME/pgduo" --dir "$place/lab" "$@"; }
trap 'pgduo -c "destroy --yes" >/dev/null 2>&1 || true; rm -rf "$place"' EXIT

pgduo -c "new --pg $bin --auth trust" -c "start a" >/dev/null
port=$(sed -n 4p "$place/lab/a/data/postmaster.pid")
psql() { "$bin/psql" -X -q -At -h 127.0.0.1 -p "$port" -U postgres "$@"; }
# 100 bytes a row, in files of many sizes.
for table in $(seq 1 20); do
    psql -c "create table t$table as select g, repeat(md5(g::text), 2) t from generate_series(1, $megabytes * 10000 * $table / 210) g"
done
psql -c checkpoint
machine
tell "database: $(psql -c "select pg_size_pretty(pg_database_size('postgres'))"), on $(df --output=fstype "$place" | tail -n 1)"

ours() { JDK_JAVA_OPTIONS=-Xmx64m pgduo -c "basebackup --from a --to b" 2>/dev/null; }
theirs() {
    rm -rf "$place/copy"
    "$bin/pg_basebackup" -h 127.0.0.1 -p "$port" -U postgres -D "$place/copy" -X stream -c fast
}
turns "$runs" pgduo pg_basebackup
tell "$("$bin/pg_verifybackup" "$place/lab/b/data")"

for turn in 1 2 3; do
    tell "unpacking PostgreSQL 18, JVM start included: $(XDG_CACHE_HOME=$place/cache$turn millis pgduo -c 'pg fetch 18') ms"
done
