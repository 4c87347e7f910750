#!/bin/bash
# "./pgduo psql" beside PostgreSQL's psql on one server, JVM start included: a large result to a file in several formats, COPY out
# and in, the \d family in a schema with many tables, and the shortest script there is. Wall time in turns, then the peak memory of each.
# Usage: ./pgduo bench psql [RUNS [ROWS [MEGABYTES [TABLES]]]] [--json]; TMPDIR says where the server and the files are.
set -euo pipefail
. "$PGDUO_HOME/src/bench/turns.sh"
runs=${1:-3}
rows=${2:-1000000}
megabytes=${3:-1000}
tables=${4:-5000}
bin=${BIN:-$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)}
place=$(mktemp -d "${TMPDIR:-/var/tmp}/pgduo-bench-XXXXXX")
chmod 755 "$place"
pgduo() { "$PGDUO_HOME/pgduo" --dir "$place/lab" "$@"; }
trap 'pgduo -c "destroy --yes" >/dev/null 2>&1 || true; rm -rf "$place"' EXIT

pgduo -c "new --pg $bin --auth trust" -c "start a" >/dev/null
port=$(sed -n 4p "$place/lab/a/data/postmaster.pid")
unset PGOPTIONS PGSERVICE PGHOSTADDR PGCLIENTENCODING
export PGHOST=127.0.0.1 PGPORT=$port PGUSER=postgres PGDATABASE=postgres
theirs_is() { "$bin/psql" -X -q "$@"; }
ours_is() { "$PGDUO_HOME/pgduo" psql -X -q "$@"; }
ours() { ours_is "${words[@]}"; }
theirs() { theirs_is "${words[@]}"; }

# pair WHAT WORD...: both programs with the same words, in turns; then what each needs in memory.
pair() {
    tell "$1"
    words=("${@:2}")
    turns "$runs" pgduo psql "$1"
    local name
    for name in pgduo psql; do
        local program=("$bin/psql")
        [ "$name" = psql ] || program=("$PGDUO_HOME/pgduo" psql)
        [ -n "$json" ] || [ ! -x /usr/bin/time ] || /usr/bin/time -f "  $name: peak memory %M kB" "${program[@]}" -X -q "${words[@]}" >/dev/null
    done
}

theirs_is -c "create table big as select i as id, md5(i::text) as hash, i * 1.5 as num,
    '2024-01-01'::timestamp + i * interval '1 second' as ts, case when i % 7 <> 0 then 'name ' || i end as name
    from generate_series(1, $rows) i"
theirs_is -c "vacuum analyze big" -c "select count(*) from big" >/dev/null

machine
pair "the shortest script" -At -c "select 1"
for format in "" "-A" "--csv" "-x" "-H"; do
    pair "$rows rows of 5 columns to a file${format:+, $format}" $format -o "$place/rows" -c "select * from big"
done
pair "the same with FETCH_COUNT=1000" -v FETCH_COUNT=1000 -o "$place/rows" -c "select * from big"
for name in pgduo psql; do
    "$([ $name = psql ] && echo theirs_is || echo ours_is)" -c "select * from big" -o "$place/rows.$name"
done
cmp "$place/rows.pgduo" "$place/rows.psql"
rm -f "$place"/rows*

theirs_is -c "create unlogged table wide as select i as id, repeat(md5(i::text), 3) as text from generate_series(1, $megabytes * 9600) i" \
    -c "create unlogged table copied (like wide)"
pair "COPY of $megabytes MB out" -c "\\copy wide to '$place/wide'"
tell "  bytes: $(wc -c <"$place/wide")"
pair "COPY of $megabytes MB in" -c "truncate copied" -c "\\copy copied from '$place/wide'"
rm -f "$place/wide"
theirs_is -c "drop table wide, copied, big"

{
    echo "begin;"
    for ((i = 1; i <= tables; i++)); do
        echo "create table t$i (id int primary key, name text not null default 'x', at timestamptz);"
        [ $((i % 500)) != 0 ] || echo "commit; begin;"
    done
    echo "commit;"
} | theirs_is -f -
theirs_is -c "analyze"
pair "\\d with $tables tables" -c '\d'
pair "\\dt+ with $tables tables" -c '\dt+'
pair "\\d * with $tables tables" -c '\d *'
