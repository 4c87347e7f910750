# Sourced: runs two commands in turns and prints the median wall time of each and the median of the ratios.
# turns RUNS NAME_A NAME_B: calls the functions "ours" and "theirs"; one uncounted turn first.
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
        echo "  $2 $x ms, $3 $y ms, ratio ${ratios[i]}"
    done
    echo "median of $runs: $2 $(printf '%s\n' "${a[@]}" | median) ms, $3 $(printf '%s\n' "${b[@]}" | median) ms," \
        "ratio $(printf '%s\n' "${ratios[@]}" | median)"
}
