#!/bin/bash
# The reference scenario as a person would script it: bash, psql, pg_ctl, pg_basebackup of PostgreSQL 12 to 15.
# Environment: BIN (programs), LAB (a directory), P1 and P2 (ports), PAIR_ONLY=1 (stop when the standby streams).
# A fast checkpoint and no sync of the copy, as nobody waits 90 s for a spread one; fsync and full_page_writes stay on.
set -eu
BIN=${BIN:-$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)}
LAB=${LAB:-$(mktemp -d)}
P1=${P1:-5740}
P2=${P2:-5741}
if [ "$(id -u)" = 0 ]; then
    mkdir -p "$LAB"
    chown postgres "$LAB"
    exec setpriv --reuid=postgres --regid=postgres --init-groups \
        env HOME="$LAB" BIN="$BIN" LAB="$LAB" P1="$P1" P2="$P2" PAIR_ONLY="${PAIR_ONLY:-}" bash "$0"
fi
cd "$LAB"
A=$LAB/a
B=$LAB/b
exec >"$LAB/out.txt" 2>&1
stop_all() {
    for d in "$A" "$B"; do
        [ ! -f "$d/postmaster.pid" ] || "$BIN/pg_ctl" -D "$d" -m immediate stop || true
    done
    rm -rf "$LAB"/*
}
trap stop_all EXIT
sql() { "$BIN/psql" -X -q -h 127.0.0.1 -U postgres -v ON_ERROR_STOP=1 -p "$@"; }
until_sql() {
    local port=$1 db=$2 want=$3 question=$4
    until [ "$(sql "$port" -d "$db" -At -c "$question" 2>/dev/null)" = "$want" ]; do sleep .01; done
}
backup() {
    rm -rf "$2"
    "$BIN/pg_basebackup" -U postgres -h 127.0.0.1 -p "$1" -D "$2" -X stream -R -c fast --no-sync
}
standby_conf() {
    sed -i "s/^port = .*/port = $2/; s/^hot_standby = .*/hot_standby = on/; s/^hot_standby_feedback = .*/hot_standby_feedback = on/; s/^wal_receiver_status_interval = .*/wal_receiver_status_interval = 1s/" "$1/postgresql.auto.conf"
    echo "primary_slot_name = 'slot_a'" >>"$1/postgresql.auto.conf"
}

"$BIN/initdb" -D "$A" -U postgres -A trust --locale=C.UTF-8 -E UTF8 --no-sync
printf "port=%s\nunix_socket_directories='%s'\n" "$P1" "$LAB" >>"$A/postgresql.conf"
"$BIN/pg_ctl" -D "$A" -w -l "$LAB/a.log" start
if [ -n "${PAIR_ONLY:-}" ]; then
    sql "$P1" -c "select pg_create_physical_replication_slot('slot_a', true)"
    backup "$P1" "$B"
    echo "primary_slot_name = 'slot_a'" >>"$B/postgresql.auto.conf"
    echo "port = $P2" >>"$B/postgresql.auto.conf"
    "$BIN/pg_ctl" -D "$B" -w -l "$LAB/b.log" start
    until_sql "$P1" postgres streaming "select state from pg_stat_replication"
    exit
fi
sql "$P1" -c "alter system set wal_level = hot_standby" -c "alter system set archive_mode = off" \
    -c "alter system set max_standby_streaming_delay = '10s'" -c "alter system set max_replication_slots = 5" \
    -c "alter system set max_wal_senders = 5" -c "alter system set port = $P1" -c "alter system set hot_standby = off" \
    -c "alter system set hot_standby_feedback = off" -c "alter system set wal_receiver_status_interval = 0"
sed -i -E 's/^#(\w+\s+replication)/\1/' "$A/pg_hba.conf"
tail -n 5 "$A/pg_hba.conf"
"$BIN/pg_ctl" -D "$A" -w -l "$LAB/a.log" restart
sql "$P1" -c "select pg_create_physical_replication_slot('slot_a')"
backup "$P1" "$B"
standby_conf "$B" "$P2"
echo "promote_trigger_file = 'promote_me'" >>"$B/postgresql.auto.conf"
cat "$B/postgresql.auto.conf"
"$BIN/pg_ctl" -D "$B" -w -l "$LAB/b.log" start
sql "$P1" -c "create database db12"
sql "$P1" -d db12 -c "create table replica_test(t text)"
until_sql "$P2" db12 0 "select count(*) from replica_test"
"$BIN/pg_ctl" -D "$A" -m immediate stop
touch "$B/promote_me"
"$BIN/pg_ctl" -D "$B" reload
until_sql "$P2" postgres f "select pg_is_in_recovery()"
sql "$P2" -c "select pg_create_physical_replication_slot('slot_a')"
backup "$P2" "$A"
standby_conf "$A" "$P1"
cat "$A/postgresql.auto.conf"
"$BIN/pg_ctl" -D "$A" -w -l "$LAB/a.log" start
until_sql "$P2" postgres t "select active from pg_replication_slots"
sql "$P2" -d db12 -c "insert into replica_test values ('Привет!')"
until_sql "$P1" db12 1 "select count(*) from replica_test"
"$BIN/pg_ctl" -D "$B" stop
"$BIN/pg_ctl" -D "$A" -w promote
sql "$P1" -c "alter system reset all"
"$BIN/pg_ctl" -D "$A" -w -l "$LAB/a.log" restart
"$BIN/pg_ctl" -D "$A" -w stop
