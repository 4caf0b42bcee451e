#!/usr/bin/env bash
# startup: what the start of the program costs, with a plain JVM and as the launcher has it (an archive of classes on Java 19 and
# newer, the quick compiler alone): zonedrift --help, and a check of one domain of a simulated Internet. Called by scripts/bench.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
. "$here/house.sh"
root=$(root_of "$here")
program=$root/scripts/zonedrift
jar=$root/target/launch/zonedrift.jar
rounds=${1:-7}
port=5398

need_java
folder=$(mktemp -d)
server=
finish() {
    if [ -n "$server" ]; then
        kill "$server" 2>/dev/null || true
    fi
    rm -rf "$folder"
}
trap finish EXIT

"$program" simulate --zones 200 --port "$port" --export "$folder/world" 2>/dev/null
"$program" simulate --zones 200 --port "$port" 2>"$folder/simulate.log" &
server=$!
for _ in $(seq 300); do
    grep -q "listens on port" "$folder/simulate.log" && break
    sleep 0.2
done
domain=$(head -n 1 "$folder/world/domains.txt")



bare() {
    "$java_home/bin/java" -XX:+UseParallelGC -Xshare:auto -Dio.netty.leakDetection.level=disabled -jar "$jar" "$@"
}

# Medians of CPU (user and system) and wall-clock milliseconds.
measure() {
    local name=$1 TIMEFORMAT='%U %S %R'
    shift
    "$@" >/dev/null 2>&1 || true
    for _ in $(seq "$rounds"); do
        { time "$@" >/dev/null 2>&1 || true; } 2>&1
    done | awk '{ printf "%d %d\n", ($1 + $2) * 1000, $3 * 1000 }' | sort -n |
        awk -v name="$name" '{ cpu[NR] = $1; wall[NR] = $2 }
            END { m = int((NR + 1) / 2); printf "%-36s %5d ms of CPU, %5d ms in all\n", name, cpu[m], wall[m] }'
}

echo "Java $java_version, medians of $rounds starts"
measure "--help, plain JVM" bare --help
measure "--help, by the launcher" "$program" --help
measure "check, plain JVM" bare check "@$folder/world/scan.args" "$domain"
measure "check, by the launcher" "$program" check "@$folder/world/scan.args" "$domain"
