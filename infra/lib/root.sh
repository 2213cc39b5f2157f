# shellcheck shell=bash
# Roots of Debian's packages in which systemd runs apart from this machine: no network but its own loopback, no process, no mount
# and no name shared. Sourced after setup.sh. As root; nothing of this machine is changed but a folder under target/.

ensure_root_tools() {
  [[ $(id -u) == 0 ]] || die "Run this as root: it makes a root file system and starts it in namespaces."
  ensure_packages roots
}

# shellcheck disable=SC2016 # of the hook's shell
# make_root DIR PACKAGE...: a new root of Debian 13 with these packages; to try things sooner, a copy of the root ROOT_COPY_OF.
make_root() {
  local dir=$1 list
  shift
  if [[ -n ${ROOT_COPY_OF:-} ]]; then
    cp -a --reflink=auto "$ROOT_COPY_OF" "$dir"
    return
  fi
  list=$(IFS=,; echo "$*")
  # One of the machine's own lists of sources: where it takes Debian's packages from is its owner's matter.
  # In a mount namespace of its own: a run that is killed leaves nothing mounted, least of all this machine's /dev.
  unshare --mount --propagation private mmdebstrap --variant=minbase --include="systemd,systemd-sysv,dbus,iproute2,$list" --aptopt='Acquire::Languages "none"' \
    --dpkgopt=force-unsafe-io \
    --essential-hook='printf "postfix postfix/main_mailer_type select No configuration\n" | chroot "$1" debconf-set-selections' \
    trixie "$dir" "${DEBIAN_SOURCES:-/etc/apt/sources.list.d/debian.sources}" >"$dir.log" 2>&1 || { tail -n 20 "$dir.log" >&2; die "No root could be made."; }
  rm -f "$dir.log" "$dir/etc/systemd/system/multi-user.target.wants/"*
  : >"$dir/etc/machine-id"
  echo 'nameserver 127.0.0.1' >"$dir/etc/resolv.conf"
}

# boot_root DIR [ADDRESS...]: starts systemd of that root, with these addresses of its own; in_root runs a command there.
boot_root() {
  local until=$((SECONDS + 240))
  unshare --mount --pid --fork --kill-child --uts --ipc --net --cgroup "$ROOT/infra/lib/boot" "$@" </dev/null >"$1.boot.log" 2>&1 &
  BOOTED=$!
  until [[ -n ${INIT:-} ]] && [[ $(in_root systemctl is-system-running 2>/dev/null) =~ ^(running|degraded)$ ]]; do
    INIT=$(pgrep -P "$BOOTED" | head -n 1) || true
    kill -0 "$BOOTED" 2>/dev/null || { tail -n 5 "$1.boot.log" >&2; die "systemd did not start in a namespace here."; }
    ((SECONDS < until)) || die "systemd did not come up within 240 s: $(tail -n 3 "$1.boot.log")"
    sleep 0.5
  done
}

# --root and --wd of the init: its own view of the files.
in_root() { nsenter --target "$INIT" --mount --pid --net --uts --ipc --cgroup --root --wd env -i HOME=/root LC_ALL=C.UTF-8 PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@"; }

# end_root: ends what runs there. remove_root DIR: and takes the files away, never those of something mounted there.
remove_root() {
  end_root
  rm -rf --one-file-system "$1"
}

end_root() {
  [[ -n ${BOOTED:-} ]] || return 0
  kill -KILL "${INIT:-$BOOTED}" 2>/dev/null || true # the first process of a namespace takes all others along
  wait "$BOOTED" 2>/dev/null || true
  BOOTED=
  INIT=
}
