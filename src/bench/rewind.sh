#!/bin/bash
# "./pgduo pg_rewind" beside PostgreSQL's on a cluster of about 1 GB whose histories have parted by about 64 MB: wall time, JVM start
# included, and whether both leave the same files. Each turn begins with a fresh copy of the target, which is not counted.
# Many generated divergences: mvn verify -Dit.test=RewindIT -Dpgduo.rewind.seeds=40 (and -Dpgduo.rewind.first=N).
# Usage: ./pgduo bench rewind [RUNS [MEGABYTES [PARTED]]] [--json]; TMPDIR says on which disk.
set -euo pipefail
. "$PGDUO_HOME/src/bench/turns.sh"
runs=${1:-3}
megabytes=${2:-1000}
parted=${3:-64}
bin=${BIN:-/usr/lib/postgresql/15/bin}
place=$(mktemp -d "${TMPDIR:-/var/tmp}/pgduo-bench-XXXXXX")
chmod 755 "$place"
as() { if [ "$(id -u)" = 0 ]; then unshare -U "$@"; else "$@"; fi; }
stop() { as "$bin/pg_ctl" -D "$place/$1" -m immediate -s stop >/dev/null 2>&1 || true; }
trap 'stop a; stop b; rm -rf "$place"' EXIT
start() { as "$bin/pg_ctl" -D "$place/$1" -l "$place/$1.log" -o "-c unix_socket_directories=$place/$1.s -c listen_addresses=" -s -w start; }
sql() { "$bin/psql" -XAtq -h "$place/$1.s" -U postgres -c "$2" postgres >/dev/null; }

mkdir "$place/a.s" "$place/b.s"
as "$bin/initdb" -D "$place/a" -U postgres -A trust -E UTF8 -N >/dev/null
cat >>"$place/a/postgresql.conf" <<CONF
fsync = off
autovacuum = off
wal_log_hints = on
wal_keep_size = 10GB
max_wal_size = 10GB
CONF
start a
for table in 1 2 3 4 5 6 7 8 9 10; do
    sql a "create table t$table as select g, repeat(md5(g::text), 2) t from generate_series(1, $megabytes * 1000) g"
done
sql a checkpoint
as "$bin/pg_basebackup" -h "$place/a.s" -U postgres -D "$place/b" -c fast -X stream
touch "$place/b/standby.signal"
echo "primary_conninfo = 'host=$place/a.s user=postgres'" >>"$place/b/postgresql.auto.conf"
start b
as "$bin/pg_ctl" -D "$place/b" -s -w promote
sql b checkpoint
sql a "update t1 set t = 'changed' where g <= $parted * 3500"
sql b "insert into t2 select g, 'other' from generate_series(1, 10000) g"
as "$bin/pg_ctl" -D "$place/a" -m fast -s -w stop
sql b checkpoint

server="host=$place/b.s user=postgres dbname=postgres"
copy() { rm -rf "$place/$1" && cp -a "$place/a" "$place/$1"; }
timed() { # timed NAME COMMAND...: the milliseconds of one rewind of a fresh copy
    copy "$1"
    sync
    millis as "${@:2}" -D "$place/$1" --source-server="$server"
}
machine
ours=() theirs=() ratios=()
for ((i = 0; i <= runs; i++)); do
    x=$(timed mine env PATH="$bin:$PATH" "$PGDUO_HOME/pgduo" pg_rewind 2>/dev/null)
    y=$(timed real "$bin/pg_rewind" 2>/dev/null)
    [ $i -gt 0 ] || continue
    ours+=("$x") theirs+=("$y") ratios+=("$(awk "BEGIN { printf \"%.3f\", $x / $y }")")
    tell "  pgduo $x ms, pg_rewind $y ms, ratio ${ratios[i - 1]}"
done
x=$(printf '%s\n' "${ours[@]}" | median)
y=$(printf '%s\n' "${theirs[@]}" | median)
ratio=$(printf '%s\n' "${ratios[@]}" | median)
[ -z "$json" ] || printf '{"what": "rewind", "runs": %s, "pgduo_ms": %s, "pg_rewind_ms": %s, "ratio": %s}\n' "$runs" "$x" "$y" "$ratio"
tell "median of $runs: pgduo $x ms, pg_rewind $y ms, ratio $ratio"
tell "differing files (backup_label and pg_control name the time): $(diff -rq "$place/mine" "$place/real" | grep -c ' differ' || true)"
