# shellcheck shell=bash
# How the server is started from this tree; sourced after setup.sh. infra/deploy/ has the flags of a service.

# Small and quick rather than fast for ever: one coalition leaves the heap nearly empty, and the serial collector and
# the first compiler tier cost the least memory and the shortest start. The archive keeps loaded classes from one
# start to the next: the JVM writes it when it stops, and build_server takes the old one away after a build.
JVM_FLAGS=(
  -Xms64m
  -Xmx256m
  -Xmn40m
  -Xss512k
  -XX:+UseSerialGC
  -XX:TieredStopAtLevel=1
  -XX:MaxMetaspaceSize=160m
  -XX:+AutoCreateSharedArchive
  "-XX:SharedArchiveFile=$ROOT/target/caucus.jsa"
  -Xlog:cds=off
  -Xlog:cds+dynamic=off
  --enable-native-access=ALL-UNNAMED
  --sun-misc-unsafe-memory-access=allow
)

# Replaces this process, so that Ctrl-C and signals reach the server itself.
exec_server() { exec "$JAVA_HOME/bin/java" "${JVM_FLAGS[@]}" -jar "$JAR" "$@"; }

# As under systemd (infra/deploy/caucus.service), but for the archive of classes and the size of the heap.
export MALLOC_ARENA_MAX=1
SERVICE_FLAGS=(-Xms64m -Xmn40m -XX:+UseSerialGC -XX:MinHeapFreeRatio=5 -XX:MaxHeapFreeRatio=10 -XX:-ShrinkHeapInSteps
  -XX:+UseStringDeduplication -XX:TrimNativeHeapInterval=10000 -XX:MetaspaceSize=128m
  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow)

# Compiles the tests, the benches among them, and has Maven write down what they need to run: more than the server does,
# whose libraries alone are in server/target/lib. Folders become archives, as the JVM's cache is for archives alone.
compile_benches() {
  [[ -z ${BENCH_CLASSPATH:-} ]] || return 0
  local end=$ROOT/server/e2e list=$ROOT/server/e2e/target/test.classpath packed=$ROOT/server/e2e/target/bench entry
  lock_build
  server_builds
  maven -q -pl server/e2e -am -Dcompile=plain -DskipTests -Dskip.format.check=true -Dmdep.includeScope=test \
    -Dmdep.outputFile=target/test.classpath test-compile dependency:build-classpath >&2
  server_built
  unlock_build
  mkdir -p "$packed"
  local -a entries
  IFS=: read -ra entries <<<"$end/target/test-classes:$(<"$list")"
  for entry in "${entries[@]}"; do
    if [[ -d $entry ]]; then
      local archive
      archive=$packed/$(basename "$(dirname "$(dirname "$entry")")")-$(basename "$entry").jar
      "$JAVA_HOME/bin/jar" --create --no-compress --file "$archive" -C "$entry" .
      entry=$archive
    fi
    BENCH_CLASSPATH=${BENCH_CLASSPATH:+$BENCH_CLASSPATH:}$entry
  done
}

# bench_java FLAG... CLASS ARGUMENT...: runs a class of the benches, with the flags of a service.
bench_java() {
  compile_benches
  "$JAVA_HOME/bin/java" "${SERVICE_FLAGS[@]}" -cp "$BENCH_CLASSPATH" "$@"
}

# own_database NAME: where CAUCUS_MONGODB_URI names a server, a database of its own on it for this run, which drop_database
# removes. Without one the benches use the embedded database, and both do nothing.
own_database() {
  [[ -n ${CAUCUS_MONGODB_URI:-} ]] || return 0
  local own
  own=$(bench_java org.caucus.platform.store.GivenDatabase own "$1")
  export CAUCUS_MONGODB_URI=$own
  OWN_DATABASE=1
}

drop_database() {
  [[ -n ${OWN_DATABASE:-} ]] || return 0
  bench_java org.caucus.platform.store.GivenDatabase drop
}

# rehearse_bench CACHE FLAG... CLASS ARGUMENT...: the same, and writes the JVM's cache of it when it ends, as
# infra/deploy/rehearse does for a service. rehearsed_bench runs with it.
rehearse_bench() {
  local cache=$1 log
  log=$(mktemp)
  shift
  bench_java -XX:AOTCacheOutput="$cache" -Xlog:aot=error "$@" >"$log" 2>&1 || true
  [[ -s $cache ]] || { cat "$log" >&2; die "The JVM wrote no cache."; }
  rm "$log"
}

# rehearsed_bench CACHE FLAG... CLASS ARGUMENT...: with the cache that rehearse_bench wrote.
rehearsed_bench() { bench_java -XX:AOTCache="$1" -Xlog:aot=off -Xlog:cds=off "${@:2}"; }
