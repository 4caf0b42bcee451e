#!/usr/bin/env bash
# zonefile: a zone file as a signing registry has it, scanned whole on loopback within a heap of 1 GiB. Called by scripts/bench.
# The simulated Internet's own zone file is filled up with what such a registry adds: DS, RRSIG and NSEC3 records, and glue
# that no zone names; some eight and a half lines to a zone, so that the usual 1,250,000 zones are ten million lines.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
program=$here/../zonedrift
zones=${1:-1250000}
port=5399

folder=$(mktemp -d)
server=
finish() {
    if [ -n "$server" ]; then
        kill "$server" 2>/dev/null || true
    fi
    rm -rf "$folder"
}
trap finish EXIT

"$program" simulate --profile tld --zones "$zones" --seed 7 --port "$port" --export "$folder/world" 2>/dev/null
gzip -dc "$folder/world/sim.txt.gz" | awk -f "$here/signed-zone.awk" | gzip -1 >"$folder/sim.zone.gz"
echo "$(gzip -dc "$folder/sim.zone.gz" | wc -l) lines, $(gzip -dc "$folder/sim.zone.gz" | wc -c) octets unpacked"

"$program" simulate --profile tld --zones "$zones" --seed 7 --port "$port" 2>"$folder/simulate.log" &
server=$!
for _ in $(seq 100); do
    grep -q "listens on port" "$folder/simulate.log" && break
    sleep 0.2
done
JDK_JAVA_OPTIONS="-Xmx1g -Xlog:gc:file=$folder/gc.log" "$program" scan "@$folder/world/scan.args" \
    --input-format zone "$folder/sim.zone.gz" --child-ns none --evidence none --recheck none \
    --progress plain -o "$folder/results.ndjson.zst"
echo "most that was left in the heap after a collection: $(grep -o -- '->[0-9]*M' "$folder/gc.log" | tr -d '>M-' | sort -n | tail -n 1) MiB"
