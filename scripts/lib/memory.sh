#!/usr/bin/env bash
# memory: millions of targets of a zone file, scanned on loopback in a heap of 1 GiB, and what lives in that heap at each
# tenth of them. Called by scripts/bench. A folder keeps the world's files for the next time.
# Glue is verified and the address book has only 16 MiB, so that it is at its bound before the first million.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
. "$here/house.sh"
program=$here/../zonedrift
zones=${1:-10010000}
port=5396

need_java
[ -x "$java_home/bin/jcmd" ] || die "jcmd is missing in $java_home. Debian: apt-get install openjdk-17-jdk-headless"

own=$(mktemp -d)
folder=${2:-$own}
world=$folder/world-$zones
server=
scan=
finish() {
    for started in $scan $server; do
        kill "$started" 2>/dev/null || true
    done
    rm -rf "$own"
}
trap finish EXIT

[ -s "$world/sim.txt.gz" ] || "$program" simulate --profile tld --zones "$zones" --seed 7 --port "$port" --export "$world" 2>/dev/null
# The large one last, so that its glue is still there at the last mark.
files=("$world/lab.txt.gz" "$world/mock.txt.gz" "$world/sim.txt.gz")
targets=0
for file in "${files[@]}"; do
    count=$(gzip -dc "$file" | awk '$4 == "ns" && $1 != before { count++; before = $1 } END { print count - 1 }')
    targets=$((targets + count))
done
echo "$targets zones in zone files of $(gzip -dc "${files[@]}" | wc -l) lines"

JDK_JAVA_OPTIONS=-Xmx2g "$program" simulate --profile tld --zones "$zones" --seed 7 --port "$port" 2>"$own/simulate.log" &
server=$!
until grep -q "listens on port" "$own/simulate.log"; do
    kill -0 "$server" 2>/dev/null || die "The simulated Internet does not start:" "$(cat "$own/simulate.log")"
    sleep 0.5
done
# Who plays the servers as well is slow to answer: patience, so that nothing is asked twice.
JDK_JAVA_OPTIONS=-Xmx1g "$program" scan "@$world/scan.args" --input-format zone "${files[@]}" \
    --glue verify --address-book 16 --child-ns none --evidence none --recheck none -j 1000 --timeout 10s --tries 1 \
    --progress plain --run "$own/run" 2>"$own/scan.log" &
scan=$!

done_so_far() {
    sed -n 's/.*: \([0-9,]*\) .*zones done.*/\1/p' "$own/scan.log" | tail -n 1 | tr -d ,
}

# Octets that are left after a full collection; now and then one is skipped, so the smaller of two counts.
live() {
    for _ in 1 2; do
        "$java_home/bin/jcmd" "$scan" GC.class_histogram | awk '$1 == "Total" { print $3 }'
    done | sort -n | head -n 1
}

resident() {
    awk "\$1 == \"$1:\" { print int(\$2 / 1024) }" "/proc/$scan/status"
}

echo "| zones done | MiB that live after a full collection | MiB resident |"
echo "| --- | --- | --- |"
mark=1
first=
while kill -0 "$scan" 2>/dev/null; do
    sleep 1
    count=$(done_so_far)
    if [ "$mark" -le 10 ] && [ "${count:-0}" -ge $((targets * (mark < 10 ? 100 * mark : 995) / 1000)) ]; then
        octets=$(live) || break
        [ -n "$octets" ] || break
        first=${first:-$octets} last=$octets
        peak=$(resident VmHWM)
        echo "| $count | $((octets >> 20)) | $(resident VmRSS) |"
        mark=$((mark + 1))
    fi
done
code=0
wait "$scan" || code=$?
scan=
[ "$code" -eq 0 ] || die "The scan ended with $code:" "$(tail -n 5 "$own/scan.log")"
grep "in = out" "$own/scan.log" | tr -d , | grep -q ": $targets targets $targets reports" ||
    die "Not every zone has its report:" "$(tail -n 3 "$own/scan.log")"
sed -n '/zones in .* s:/p; /^Probes of/p; /^Queries:/p' "$own/scan.log"
echo "every zone has its report; at most $peak MiB were resident"
echo "live heap at the last mark: $((100 * last / first)) % of that at the first"
[ $((10 * last)) -le $((11 * first)) ] || die "That is more than 110 %."
