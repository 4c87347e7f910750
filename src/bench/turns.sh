# Sourced: takes --json out of the words of the bench that sources it, says what machine this is, runs two commands in turns and
# prints the median wall time of each and the median of the ratios. With --json, standard output has a JSON object in each line and
# nothing else: the machine first, then each comparison.
# turns RUNS NAME_A NAME_B [WHAT]: calls the functions "ours" and "theirs"; one uncounted turn first.

# A bench that is told to end lets its program end first, and then clears up: what runs holds the lab.
trap 'exit 130' INT
trap 'exit 143' TERM HUP

json=
words=()
for word; do
    if [ "$word" = --json ]; then json=1; else words+=("$word"); fi
done
set -- ${words[@]+"${words[@]}"}

# A line for a person.
tell() {
    if [ -n "$json" ]; then echo "$*" >&2; else echo "$*"; fi
}

# Prints a text as a JSON string.
quoted() {
    local text=${1//\\/\\\\}
    printf '"%s"' "${text//\"/\\\"}"
}

# Whole words of the machine: numbers from another one, or from a busy one, cannot be compared.
machine() {
    local model jdk load processors
    processors=$(getconf _NPROCESSORS_ONLN)
    model=$(sed -n '/^model name/{s/.*: //p;q;}' /proc/cpuinfo 2>/dev/null || true)
    jdk=$("$JAVA_HOME/bin/java" -version 2>&1 | sed -n '2p')
    load=$(cut -d ' ' -f 1-3 /proc/loadavg 2>/dev/null || uptime | sed 's/.*averages*: //;s/,//g')
    [ -z "$json" ] || printf '{"machine": %s, "processors": %s, "system": %s, "jdk": %s, "load": [%s]}\n' \
        "$(quoted "$model")" "$processors" "$(quoted "$(uname -srm)")" "$(quoted "$jdk")" "${load// /, }"
    tell "machine: $processors x ${model:-processor}, $(uname -srm); $jdk; load $load"
}

millis() {
    local start
    start=$(date +%s%N)
    "$@" >/dev/null
    echo $((($(date +%s%N) - start) / 1000000))
}

median() {
    sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

turns() {
    local runs=$1 a=() b=() ratios=() i x y
    ours >/dev/null
    theirs >/dev/null
    for ((i = 0; i < runs; i++)); do
        x=$(millis ours)
        y=$(millis theirs)
        a+=("$x")
        b+=("$y")
        ratios+=("$(awk "BEGIN { printf \"%.3f\", $x / $y }")")
        tell "  $2 $x ms, $3 $y ms, ratio ${ratios[i]}"
    done
    x=$(printf '%s\n' "${a[@]}" | median)
    y=$(printf '%s\n' "${b[@]}" | median)
    local ratio
    ratio=$(printf '%s\n' "${ratios[@]}" | median)
    [ -z "$json" ] || printf '{"what": %s, "runs": %s, "%s_ms": %s, "%s_ms": %s, "ratio": %s}\n' \
        "$(quoted "${4:-$(basename "$0" .sh)}")" "$runs" "$2" "$x" "$3" "$y" "$ratio"
    tell "median of $runs: $2 $x ms, $3 $y ms, ratio $ratio"
}
