# shellcheck shell=bash
# Finds or installs what Caucus needs, and builds it; sourced by infra/demo, infra/test and the rest.
# Every step looks first and works only if something is missing or changed, so a second start takes seconds.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
readonly ROOT
readonly STAMPS="$ROOT/target/stamps"
readonly JAR="$ROOT/server/target/caucus-server.jar"
readonly JDK_RELEASE=25
readonly NODE_AT_LEAST="20.19" # Vite 8 refuses less

# Debian's tools live here too, and a service or a bare shell does not always look.
PATH="$PATH:/usr/sbin:/sbin"

say() { printf '%s\n' "$*" >&2; }

die() {
  say "$@"
  exit 1
}

# --- Packages ---------------------------------------------------------------------------------------------------

# Prints the directory of an installed JDK of the wanted release. Any vendor will do. Fails if none is installed.
find_jdk() {
  local home
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    if [[ -n $home && -x $home/bin/javac && -r $home/release ]] \
      && grep -q "^JAVA_VERSION=\"${JDK_RELEASE}[.\"]" "$home/release"; then
      printf '%s\n' "$home"
      return 0
    fi
  done
  return 1
}

# Whether a package is there, by the third column of packages.txt.
is_here() {
  case $1 in
    jdk) find_jdk >/dev/null ;;
    /*) [[ -e $1 ]] ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

# Prints the packages that are missing for the given needs (demo, test).
missing_packages() {
  local need package proof
  while read -r need package proof; do
    if [[ " $* " == *" $need "* ]] && ! is_here "$proof"; then
      printf '%s\n' "$package"
    fi
  done < <(grep -v '^[[:space:]]*\(#\|$\)' "$ROOT/infra/packages.txt")
}

# Runs a command as root, or prints it for someone who may and ends.
as_root() {
  if [[ $(id -u) == 0 ]]; then
    "$@"
  elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    sudo -n "$@"
  else
    return 1
  fi
}

# Postfix is wanted for its checker alone. Without a configuration its service does not start.
preset_postfix() {
  printf 'postfix postfix/main_mailer_type select No configuration\n' | as_root debconf-set-selections
}

# --no-remove: on a machine with another mail server, apt would otherwise replace it by Postfix.
apt_install() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends --no-remove "$@"
}

# Installs what the given needs (demo, test) lack.
ensure_packages() {
  local missing
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]})) || return 0
  if ! as_root true; then
    die "These Debian packages are missing. Install them, then start again:" \
      $'\n\n'"  sudo apt-get update && sudo apt-get install --no-install-recommends ${missing[*]}"$'\n'
  fi
  say "Installing Debian packages: ${missing[*]}"
  as_root apt-get update -q >&2
  if [[ " ${missing[*]} " == *" postfix "* ]]; then
    preset_postfix
  fi
  apt_install "${missing[@]}" >&2
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]} == 0)) || die "Installed, but still not found: ${missing[*]} (see infra/packages.txt)."
}

# Installs what makes the given needs quicker, if it may and can; what lacks then is no reason to stop.
wish_packages() {
  local missing
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]})) || return 0
  # In a shell of its own, where "die" ends that one alone.
  (ensure_packages "$@") || say "Going on without ${missing[*]}."
}

use_jdk() {
  JAVA_HOME=$(find_jdk) || die "No JDK $JDK_RELEASE under /usr/lib/jvm or in JAVA_HOME."
  export JAVA_HOME
}

# A node that was there before us may be too old; that is the owner's to decide, not ours to replace.
check_node() {
  local version
  version=$(node --version)
  version=${version#v}
  if [[ $(printf '%s\n' "$NODE_AT_LEAST" "$version" | sort -V | head -n 1) != "$NODE_AT_LEAST" ]]; then
    die "$(command -v node) is Node $version; Caucus needs $NODE_AT_LEAST or later (Debian 13's nodejs will do)."
  fi
}

# --- Steps that run again only when something changed --------------------------------------------------------------

# Prints one hash over the names and contents of all files under the given paths (relative to ROOT). Contents, not
# times: a fresh checkout or a change of branch and back must not cost a build.
fingerprint() {
  (
    cd "$ROOT" || exit
    find "$@" -type f ! -path '*/node_modules/*' ! -path '*/target/*' ! -path 'web/dist/*' -print0 \
      | LC_ALL=C sort -z | xargs -0 sha256sum
  ) | sha256sum | cut -d ' ' -f 1
}

# is_fresh NAME FINGERPRINT: whether step NAME was last done for that very state.
is_fresh() { [[ -r $STAMPS/$1 && $(<"$STAMPS/$1") == "$2" ]]; }

mark_fresh() {
  mkdir -p "$STAMPS"
  printf '%s\n' "$2" >"$STAMPS/$1"
}

# One build at a time in one tree: the demo and the tests write the same files. The lock is let go before the server
# starts, so that tests may run beside it.
lock_build() {
  mkdir -p "$ROOT/target"
  exec 9>"$ROOT/target/build.lock"
  if ! flock -n 9; then
    say "Another build runs in this tree; waiting for it."
    flock 9
  fi
}

unlock_build() { exec 9>&-; }

has_web() { [[ -f $ROOT/web/package-lock.json ]]; }

web_modules() {
  local state
  state=$(fingerprint web/package.json web/package-lock.json)
  if ! is_fresh web-modules "$state" || [[ ! -d $ROOT/web/node_modules ]]; then
    say "Fetching the web workspace's libraries."
    (cd "$ROOT/web" && npm ci --no-audit --no-fund --loglevel=error) >&2 9>&-
    mark_fresh web-modules "$state"
  fi
}

# What the web build reads: everything in web/ but what it makes.
web_state() { fingerprint web; }

build_web() {
  local state
  has_web || return 0
  web_modules
  state=$(web_state)
  if ! is_fresh web "$state" || [[ ! -f $ROOT/web/dist/index.html ]]; then
    say "Building the web workspace."
    # Maven copies dist/ there and takes nothing away: files of earlier builds would be served for ever.
    rm -rf "$ROOT/web/target/classes"
    (cd "$ROOT/web" && npm run --silent build -- --logLevel warn) >&2 9>&-
    mark_fresh web "$state"
  fi
}

# Maven, quiet about downloads and about its own libraries' use of Unsafe, and never building the web part again:
# build_web has. Two at once may fetch the same library: they take turns by locks in files.
# A compiler that runs for two minutes is not worth optimizing: with the first tier of the JVM's own compiler and the serial
# collector four modules took 54 s of processor time with Error Prone, with the usual ones 102 s.
readonly MAVEN_FLAGS="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms700m -Xmn400m"
maven() {
  (
    cd "$ROOT" || exit
    export MAVEN_OPTS="$MAVEN_FLAGS --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED ${MAVEN_OPTS:-}"
    mvn -B -ntp -Daether.syncContext.named.factory=file-lock -Daether.syncContext.named.nameMapper=file-gav \
      -Dskip.web=true "$@" 9>&-
  )
}

# What the server is built from: the modules that have more than tests, and the pages.
SERVER_SOURCES=(pom.xml .mvn server/pom.xml web)
for main in "$ROOT"/server/*/src/main; do
  main=${main#"$ROOT/"}
  SERVER_SOURCES+=("${main%/src/main}/pom.xml" "$main")
done
server_state() { fingerprint "${SERVER_SOURCES[@]}"; }

# The newest commit that changed what the server is built from, for its --version: the same for the same sources.
# "unknown" without git; "-changed" behind it where a file differs from that commit.
server_commit() {
  local commit
  if ! commit=$(git -C "$ROOT" log -1 --format=%H -- "${SERVER_SOURCES[@]}" 2>/dev/null) || [[ -z $commit ]]; then
    echo unknown
  elif [[ -n $(git -C "$ROOT" status --porcelain -- "${SERVER_SOURCES[@]}" 2>/dev/null) ]]; then
    echo "${commit:0:12}-changed"
  else
    echo "${commit:0:12}"
  fi
}

# Maven compiles a module again if one that it knows was compiled in the same run. A run that broke off in between, or a
# module that was built alone, would leave later ones on an interface that is gone: then all are compiled anew.
server_builds() {
  if [[ -e $STAMPS/server-building || -n $(newer_classes) ]]; then
    rm -rf "$ROOT"/server/*/target/{classes,test-classes,maven-status}
  fi
  mkdir -p "$STAMPS"
  touch "$STAMPS/server-building"
}

server_built() { mv "$STAMPS/server-building" "$STAMPS/server-compiled" && touch "$STAMPS/server-compiled"; }

# A class that something else than the last whole build compiled.
newer_classes() {
  [[ -e $STAMPS/server-compiled ]] || return 0
  find "$ROOT"/server/*/target/classes -name '*.class' -newer "$STAMPS/server-compiled" -print -quit 2>/dev/null
}

build_server() {
  local state
  state=$(server_state)
  if [[ -f $JAR ]] && is_fresh server "$state"; then return; fi
  say "Building the server."
  server_builds
  # Maven compiles only modules that changed, and those after them that know one.
  maven -q -pl server/app -am -Dcompile=plain -Dmaven.test.skip=true -Dskip.format.check=true -Dbuild.commit="$(server_commit)" package >&2
  server_built
  # An archive of the former jar's classes was seen to stay, unused; without one the next stop makes one.
  rm -f "$ROOT/target/caucus.jsa"
  mark_fresh server "$state"
}

# Other systems may do: Debian 12 did, but for a test of a Postfix that answers otherwise.
check_release() {
  if ! { grep -qs '^ID=debian$' /etc/os-release && grep -qs '^VERSION_ID="13"$' /etc/os-release; }; then
    say "This is for Debian 13 and tested there. Here is: $(sed -n 's/^PRETTY_NAME="\(.*\)"$/\1/p' /etc/os-release 2>/dev/null)"
  fi
}

# set_up NEED...: the packages for the given needs (demo, test), and the right ones of those in use.
set_up() {
  check_release
  ensure_packages "$@"
  use_jdk
  check_node
}

# Everything up to a runnable server.
build() {
  lock_build
  build_web
  build_server
  unlock_build
}
