# What the scripts share: where the project is, which JDK to use, how to build once. Sourced, not run.
# shellcheck shell=bash

# The folder of the project, from the path of one of its scripts.
root_of() {
    (cd "$(dirname "$1")/.." && pwd -P)
}

die() {
    printf '%s\n' "$@" >&2
    exit 3
}

# The major version of the JDK or JRE in this folder; from its release file, as starting a JVM costs more.
java_major() {
    local home=$1 version=
    if [ -r "$home/release" ]; then
        version=$(sed -n 's/^JAVA_VERSION="\(.*\)"/\1/p' "$home/release")
    fi
    if [ -z "$version" ]; then
        version=$("$home/bin/java" -version 2>&1 | sed -n 's/.*version "\([^"]*\)".*/\1/p' | head -n 1)
    fi
    version=${version#1.}
    printf '%s\n' "${version%%[.+-]*}"
}

# The home of the program that is found by this name on the path.
home_on_path() {
    local program
    program=$(command -v "$1") || return 1
    program=$(readlink -f "$program" 2>/dev/null || printf '%s' "$program")
    printf '%s\n' "${program%/bin/"$1"}"
}

# Sets java_home and java_version: JAVA_HOME, else the java on the path; it must be 17 or newer.
need_java() {
    local hint="Install one (Debian: apt-get install openjdk-17-jdk-headless), or set JAVA_HOME."
    if [ -n "${JAVA_HOME:-}" ]; then
        java_home=$JAVA_HOME
        [ -x "$java_home/bin/java" ] || die "JAVA_HOME is $java_home, and there is no bin/java in it." "$hint"
    else
        java_home=$(home_on_path java) || die "No java on the path; Zonedrift needs Java 17 or newer." "$hint"
    fi
    java_version=$(java_major "$java_home")
    case $java_version in
        '' | *[!0-9]*) die "Cannot tell the version of the Java in $java_home." "$hint" ;;
    esac
    [ "$java_version" -ge 17 ] || die "Java in $java_home is $java_version; Zonedrift needs 17 or newer." "$hint"
}

# Sets JAVA_HOME to a JDK that can compile, and maven_command.
need_build_tools() {
    if [ ! -x "$java_home/bin/javac" ]; then
        local other
        if other=$(home_on_path javac) && [ "$(java_major "$other")" -ge 17 ]; then
            java_home=$other
        else
            die "There is a Java to run, but no JDK of 17 or newer to build with (javac is missing)." \
                "Debian: apt-get install openjdk-17-jdk-headless"
        fi
    fi
    command -v mvn >/dev/null || die "Maven is missing. Debian: apt-get install maven"
    export JAVA_HOME=$java_home
    # MAVEN_ARGS are more arguments, as Maven 3.9 takes them by itself.
    # shellcheck disable=SC2206 # arguments, plural
    maven_command=(mvn -B -Dstyle.color=never -f "$root/pom.xml" "-Dzonedrift.commit=$(commit)" ${MAVEN_ARGS:-})
}

# The home of the newest JDK on this machine, and nothing if there is none.
newest_jdk() {
    local home major best=0 best_home=
    for home in "${JAVA_HOME:-}" "$(home_on_path javac || true)" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        [ -n "$home" ] && [ -x "$home/bin/javac" ] || continue
        major=$(java_major "$home")
        case $major in '' | *[!0-9]*) continue ;; esac
        if [ "$major" -gt "$best" ]; then
            best=$major best_home=$home
        fi
    done
    printf '%s\n' "$best_home"
}

# Maven on this project.
maven() {
    "${maven_command[@]}" "$@"
}

commit() {
    local id
    id=$(git -C "$root" rev-parse --short=12 HEAD 2>/dev/null) || { echo unknown; return; }
    [ -z "$(git -C "$root" status --porcelain 2>/dev/null)" ] || id=$id+changes
    printf '%s\n' "$id"
}

# Whether the file is older than anything it is made of; a deleted source makes its folder newer.
is_stale() {
    local stamp=$1
    shift
    [ ! -e "$stamp" ] || [ -n "$(find "$@" -newer "$stamp" -print -quit 2>/dev/null)" ]
}

# build_once JAR STAMP ANNOUNCEMENT SOURCE... -- MAVEN-ARGUMENT...
# Builds when stale, one at a time. The new jar takes the place of the old one in one step: a program that still
# runs from the old one keeps it.
build_once() {
    local built=$1 jar=$2 announcement=$3 sources=()
    shift 3
    while [ "$1" != -- ]; do
        sources+=("$root/$1")
        shift
    done
    shift
    local stamp=$jar.stamp
    is_stale "$stamp" "${sources[@]}" || return 0
    need_build_tools
    mkdir -p "$root/target" "$(dirname "$jar")"
    lock_build
    if is_stale "$stamp" "${sources[@]}"; then
        [ -e "$jar" ] && announcement="The sources have changed: building"
        echo "$announcement; log: target/build.log" >&2
        : >"$stamp.new"
        run_and_show_life "$root/target/build.log" "${maven_command[@]}" "$@"
        cp "$root/$built" "$jar.new"
        mv "$jar.new" "$jar"
        mv "$stamp.new" "$stamp"
    fi
    unlock_build
}

# One build at a time: two Mavens in one folder trample each other.
lock_build() {
    if command -v flock >/dev/null; then
        exec 9>"$root/target/build.lock"
        flock -n 9 || { echo "Another start is building; waiting for it." >&2 && flock 9; }
        return
    fi
    local waited=0
    until mkdir "$root/target/build.lock.d" 2>/dev/null; do
        [ $waited -gt 0 ] || echo "Another start is building; waiting for it (or remove target/build.lock.d)." >&2
        waited=$((waited + 1))
        [ $waited -lt 1200 ] || die "Waited 20 minutes for target/build.lock.d; is its owner dead? Remove it."
        sleep 1
    done
    trap 'rmdir "$root/target/build.lock.d" 2>/dev/null' EXIT
}

unlock_build() {
    if command -v flock >/dev/null; then
        exec 9>&-
    else
        rmdir "$root/target/build.lock.d"
        trap - EXIT
    fi
}

# Runs a command into a log and shows on stderr that it lives; ends the script with the log's tail when it fails.
run_and_show_life() {
    local log=$1 pid code=0 seconds=$SECONDS
    shift
    "$@" >"$log" 2>&1 &
    pid=$!
    trap 'kill "$pid" 2>/dev/null; exit 130' INT TERM
    while kill -0 "$pid" 2>/dev/null; do
        sleep 0.5
        show_life "$log" $((SECONDS - seconds))
    done
    wait "$pid" || code=$?
    trap - INT TERM
    if [ -t 2 ]; then printf '\r\033[K' >&2; else echo >&2; fi
    if [ "$code" -ne 0 ]; then
        echo "The build failed after $((SECONDS - seconds)) s. The last lines of $log:" >&2
        tail -n 20 "$log" >&2
        exit 3
    fi
}

show_life() {
    if [ -t 2 ]; then
        local what
        what=$(sed -n 's/.*\(Downloaded from [^:]*\).*\/\([^/ ]*\) (.*/fetched \2/p; s/^\[INFO\] Building \(Zonedrift[^0-9]*\) .*/\1/p' "$1" | tail -n 1)
        printf '\r\033[K%4d s  %.60s' "$2" "$what" >&2
    elif [ $(($2 % 5)) -eq 0 ] && [ "$2" != "${dotted:-0}" ]; then
        dotted=$2
        printf . >&2
    fi
}
