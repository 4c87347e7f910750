
# ROOT is where the servers live: a new directory, which goes at the end, unless it is given. PORT_A, PORT_B and PGBIN (the
# directory of PostgreSQL's programs) may be given, too. The lines of the lab below stand as the lab has them; real() puts the
# paths and ports of this machine into what is run, shown() takes them out of what is printed.
set -u
DEADLINE=60
fail() { printf '%s: %s\n' "$0" "$*" >&2; exit 2; }
note() { printf -- '-- note: %s\n' "$*" >&2; }

[ "${BASH_VERSINFO[0]}" -ge 4 ] || fail "bash 4 or newer is needed"
[ "$(id -u)" -ne 0 ] || fail "PostgreSQL does not run as root; run this as another user"
for directory in "${PGBIN:-}" "/usr/lib/postgresql/$MAJOR/bin" "/usr/pgsql-$MAJOR/bin" "$(dirname "$(command -v initdb)")"; do
    [ ! -x "$directory/initdb" ] || { PATH=$directory:$PATH; PGBIN=$directory; break; }
done
[ -n "$MAJOR" ] || MAJOR=$(initdb --version 2>/dev/null | sed -E 's/.*\) (9\.6|[0-9]+).*/\1/')
case $(initdb --version 2>/dev/null) in
    *" $MAJOR"[.a-z]*) ;;
    *) fail "PostgreSQL $MAJOR is not installed; PGBIN names the directory of its programs" ;;
esac
made=
[ -n "${ROOT:-}" ] || made=$(mktemp -d) || exit 2
ROOT=${ROOT:-$made}
case $ROOT in *[![:alnum:]/._-]*) fail "the directory \"$ROOT\" has letters that may mean something in a command" ;; esac
mkdir -p "$ROOT"/{a,b}/archive "$ROOT/sockets" || exit 2
declare -A PORT=([a]=${PORT_A:-${LAB_PORT[a]}} [b]=${PORT_B:-${LAB_PORT[b]}})
declare -A PLACE=([a]=$ROOT/a [b]=$ROOT/b) IN=() OUT=() PSQL=() SENT=()
export PGHOST=$ROOT/sockets PGUSER=postgres PGCONNECT_TIMEOUT=10 PSQLRC=/dev/null PAGER='' LC_ALL=C.UTF-8
unset PGDATABASE PGPASSFILE PGSERVICE PGOPTIONS
[ "$MAJOR" = 9.6 ] && wal=xlog lsn=location || wal=wal lsn=lsn

# In two turns, so that what was put in is not replaced again.
real_words=() real_ends=() shown_words=() shown_ends=()
number=0
replace() { # LAB'S REAL [BORDER]
    number=$((number + 1))
    local mark=$'\001'$number$'\002' border=${3:-}
    real_words+=(-e "s,$border$1$border,$mark,g") real_ends+=(-e "s,$mark,$2,g")
    shown_words+=(-e "s,$border$2$border,$mark,g") shown_ends+=(-e "s,$mark,$1,g")
}
for pair in "${LAB_PATHS[@]}"; do
    case ${pair##*=} in bin) to=$PGBIN ;; *) to=$ROOT/${pair##*=} ;; esac
    replace "${pair%=*}" "$to"
done
for node in a b; do
    [ "${PORT[$node]}" = "${LAB_PORT[$node]}" ] || replace "${LAB_PORT[$node]}" "${PORT[$node]}" '\b'
done
real() { sed -E "${real_words[@]}" "${real_ends[@]}"; }
shown() { sed -E "${shown_words[@]}" "${shown_ends[@]}"; }

leave() {
    for session in "${!PSQL[@]}"; do kill "${PSQL[$session]}" 2>/dev/null; done
    for node in a b; do
        [ ! -e "$ROOT/$node/data/postmaster.pid" ] || pg_ctl stop -D "$ROOT/$node/data" -m fast >/dev/null 2>&1
    done
    cd / && [ -z "$made" ] || rm -rf "$made"
}
trap leave EXIT
trap 'exit 130' INT TERM

# ---- nodes

at() { # NODE: from here on, lines are of its shell
    [ -z "${here:-}" ] || PLACE[$here]=$PWD
    here=$1
    cd "${PLACE[$1]}" || fail "the directory ${PLACE[$1]} is gone"
    export HOME=$ROOT/$1 PGDATA=$ROOT/$1/data PGPORT=${PORT[$1]}
}
configure() { # NODE: what every node of the lab has; its port comes from PGPORT
    cat >>"$ROOT/$1/data/postgresql.conf" <<CONF
unix_socket_directories = '$ROOT/sockets'
listen_addresses = '127.0.0.1'
log_line_prefix = '%m [%p] '
lc_messages = 'C'
wal_log_hints = on
$([ "$MAJOR" != 9.6 ] || printf '%s\n' 'wal_level = replica' 'max_wal_senders = 10' 'max_replication_slots = 10' 'hot_standby = on')
CONF
}
initialised() { # NODE: a new, empty server
    at "$1"
    initdb -U "$PGUSER" -A trust --locale=C.UTF-8 -E UTF8 -N >"$HOME/initdb.log" 2>&1 || fail "initdb failed: $(<"$HOME/initdb.log")"
    configure "$1"
}
running() { # NODE: with it running
    initialised "$1"
    pg_ctl start -w -l "$HOME/logfile" >/dev/null || fail "the server did not start: $(<"$HOME/logfile")"
}
other() { [ "$1" = a ] && echo b || echo a; }
asked() { # NODE SQL: what a query gives; nothing when the node does not answer
    timeout 10 psql -XAtq -h "$PGHOST" -p "${PORT[$1]}" -d postgres -c "$2" 2>/dev/null
}
wait_for() { # SECONDS WHAT COMMAND...: until the command holds
    local end=$((SECONDS + $1)) what=$2
    shift 2
    until "$@"; do
        [ $SECONDS -lt $end ] || { note "waited in vain until $what"; return 1; }
        sleep 0.1
    done
}
holds() { [ "$(asked "$1" "$2")" = t ]; }
up() { # NODE: whether its server lives; one that was killed may wait for its parent
    [ -e "$ROOT/$1/data/postmaster.pid" ] || return 1
    case $(ps -o stat= -p "$(head -n 1 "$ROOT/$1/data/postmaster.pid")") in '' | Z*) return 1 ;; esac
}
streaming_from() { holds "$1" "select count(*) > 0 from pg_stat_replication where state = 'streaming'"; }
settled() { # what runs answers, and a standby whose primary runs streams
    local node
    for node in a b; do
        up $node && wait_for $DEADLINE "node $node answers" holds $node 'select true'
    done
    for node in a b; do
        ! holds $node 'select pg_is_in_recovery()' || ! holds "$(other $node)" 'select not pg_is_in_recovery()' \
            || wait_for 10 "node $node streams" streaming_from "$(other $node)"
    done
}
caught_up() { # NODE: where it is a standby that streams, it has replayed what its primary has written
    holds "$1" 'select pg_is_in_recovery()' && streaming_from "$(other "$1")" || return 0
    local end
    end=$(asked "$(other "$1")" "select pg_current_${wal}_flush_$lsn()")
    [ -z "$end" ] || wait_for 10 "node $1 has replayed $end" holds "$1" "select pg_last_${wal}_replay_$lsn() >= '$end'"
}

# ---- what the lab does

heading() { printf '\n%s\n%s\n' "$1" "$(sed 's/./~/g' <<<"$1")"; }
lab() { # COMMAND: what pgduo is told; the lines below it are what that means
    printf '\nlab> %s\n' "$1"
}
silent() { # NODE, lines of its shell on the standard input, of which the lab shows no output
    local out
    out=$(mktemp "$ROOT/out.XXXXXX")
    run "$1" >"$out"
    sed 1q "$out"
    rm -f "$out"
}
run() { # NODE, the same with what they print; indent stands before each line
    local text out
    text=$(cat)
    at "$1"
    out=$(mktemp "$ROOT/out.XXXXXX")
    [ -n "${indent:-}" ] || echo
    printf '%s%s %s\n' "${indent:-}" "${PROMPT[$1]}" "${text//$'\n'/$'\n> '}"
    eval "$(real <<<"$text")" >"$out" 2>&1 </dev/null
    shown <"$out" | sed "s/^/${indent:-}/"
    rm -f "$out"
}
margin() { # SESSION: a bar for each session before it
    local bars=
    while [ ${#bars} -lt $(($1 - 1)) ]; do bars+='|'; done
    printf '    %s' "${bars:+$bars    }"
}
connect() { # SESSION NODE, a psql line on the standard input: opens the session
    local line
    line=$(cat)
    printf '\n%s%s\n' "$(margin "$1")" "$line"
    opened "$1" "$2" "$(real <<<"$line")"
}
opened() { # SESSION NODE LINE
    local pipe=$ROOT/session$1 to from
    ended "$1"
    at "$2"
    rm -f "$pipe".{in,out}
    mkfifo "$pipe".{in,out} || exit 2
    eval "exec $3" <"$pipe.in" >"$pipe.out" 2>&1 &
    PSQL[$1]=$! SENT[$1]=0
    # Also open for reading, so that a psql that has ended does not end this.
    exec {to}<>"$pipe.in" {from}<"$pipe.out"
    IN[$1]=$to OUT[$1]=$from
}
ended() { # SESSION
    [ -n "${PSQL[$1]:-}" ] || return 0
    local to=${IN[$1]} from=${OUT[$1]}
    exec {to}>&- {from}<&-
    kill "${PSQL[$1]}" 2>/dev/null
    wait "${PSQL[$1]}" 2>/dev/null
    unset "PSQL[$1]"
}
begin() { # SESSION NODE, a statement on the standard input: sends it
    local text line first='=> '
    text=$(cat)
    echo
    while IFS= read -r line; do
        printf '%s%s%s\n' "$(margin "$1")" "$first" "$line"
        first='-> '
    done <<<"$text"
    [ -n "${PSQL[$1]:-}" ] || opened "$1" "$2" psql
    caught_up "$2"
    SENT[$1]=$((SENT[$1] + 1))
    printf '%s\n\\echo -- end of %s\n' "$(real <<<"$text")" "${SENT[$1]}" >&"${IN[$1]}"
}
finish() { # SESSION: prints what comes until the statement has ended
    said "$1" >"$ROOT/said"
    shown <"$ROOT/said"
}
said() { # SESSION
    local line end=$((SECONDS + DEADLINE)) code
    while [ -n "${PSQL[$1]:-}" ]; do
        [ $SECONDS -lt $end ] || { note "session $1 still works on its statement after $DEADLINE s"; return; }
        IFS= read -r -t $((end - SECONDS)) -u "${OUT[$1]}" line
        code=$?
        if [ $code -gt 128 ]; then
            continue
        elif [ $code -ne 0 ]; then
            ended "$1"
        elif [ "$line" = "-- end of ${SENT[$1]}" ]; then
            return
        elif [ "${line#-- end of }" = "$line" ]; then
            printf '%s%s\n' "$(margin "$1")" "$line"
        fi
    done
}
ask() { # SESSION NODE, a statement on the standard input: sends it and prints what comes
    begin "$1" "$2"
    finish "$1"
}
blocks() { # SESSION NODE, a statement that waits for something; what it prints comes with finish
    begin "$1" "$2"
    sleep 1
}
late() { # SESSION: what an earlier statement prints when it comes back
    echo
    finish "$1"
}

# ---- the lab
