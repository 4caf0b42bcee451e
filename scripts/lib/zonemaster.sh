#!/usr/bin/env bash
# zonemaster: the verdict on a zone, by zonemaster-cli and by a scan, both from the root of one simulated Internet. Zonemaster asks
# port 53 alone, so this stands in a network namespace of its own, where that port is free. Called by scripts/bench.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
. "$here/house.sh"
program=$here/../zonedrift
sample=${1:-20}
zones=${2:-20000}

if [ -z "${ZONEDRIFT_OWN_NETWORK:-}" ]; then
    for tool in unshare:util-linux ip:iproute2 zonemaster-cli:zonemaster-cli; do
        PATH=$PATH:/usr/sbin:/sbin command -v "${tool%%:*}" >/dev/null ||
            die "${tool%%:*} is missing. Debian: apt-get install ${tool#*:}"
    done
    "$program" --version >/dev/null # built while there is a network
    ZONEDRIFT_OWN_NETWORK=yes exec unshare --map-root-user --net "$0" "$sample" "$zones"
fi

PATH=$PATH:/usr/sbin:/sbin ip link set lo up
folder=$(mktemp -d)
server=
finish() {
    if [ -n "$server" ]; then
        kill "$server" 2>/dev/null || true
    fi
    rm -rf "$folder"
}
trap finish EXIT

world=(--profile tld --zones "$zones" --seed 7 --port 53)
"$program" simulate "${world[@]}" --export "$folder/world" 2>/dev/null
"$program" simulate "${world[@]}" 2>"$folder/simulate.log" &
server=$!
for _ in $(seq 300); do
    grep -q "listens on port" "$folder/simulate.log" && break
    sleep 0.2
done

# Runs a command; says how many zones a second, and a CPU second of it, that was.
measure() {
    local name=$1 count=$2 TIMEFORMAT='%U %S %R'
    shift 2
    { time "$@" >"$folder/said" 2>&1; } 2>&1 | awk -v name="$name" -v count="$count" '{
        printf "| %s | %s | %.4g | %.4g |\n", name, count, count / $3, count / ($1 + $2) }'
}

# A zone that zonemaster finds fault with is no fault of the run.
zonemaster() {
    local zone
    for zone in $(shuf -n "$sample" --random-source="$folder/world/domains.txt" "$folder/world/domains.txt"); do
        zonemaster-cli --hints "$folder/world/root.hints" --no-progress "$@" "$zone" || true
    done
}

echo '| program | zones | zones/s | zones/CPU-s |'
echo '| --- | --- | --- | --- |'
measure "zonemaster-cli --test consistency" "$sample" zonemaster --test consistency
measure "zonemaster-cli" "$sample" zonemaster
measure "zonedrift scan --emit all" "$zones" "$program" scan "@$folder/world/scan.args" "$folder/world/domains.txt" \
    --emit all --recheck none --progress none -o "$folder/records.ndjson"
[ "$(wc -l <"$folder/records.ndjson")" -eq "$zones" ] || die "Not every zone has a record: see $folder/said"
