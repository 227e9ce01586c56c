# Sourced by what tries the examples of a page: a folder of its own, the blocks of a page, and the end of what was started.
set -euo pipefail
set -m # what is started in the background gets a process group of its own, by which it is stopped
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

folder=$(mktemp -d)
started=

# Ends what was started, with everything that it started itself.
stop() {
  if [ -n "$started" ]; then
    kill -- "-$started" 2>/dev/null || true
    for _ in $(seq 100); do
      kill -0 -- "-$started" 2>/dev/null || break
      sleep 0.2
    done
  fi
  rm -rf "$folder"
}
trap stop EXIT

# free PORT: that port, or the next one on which nobody listens.
free() {
  local port=$1
  while (: <>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do port=$((port + 1)); done
  echo "$port"
}

# examples PAGE PORT WRITTEN: the blocks of a page fenced as "sh", without builds, for a server on another port and a
# folder instead of the one that is written there.
examples() {
  awk '/^```sh$/ { on = 1; next } /^```/ { on = 0 } on' "$1" \
    | grep -v '^\./mvnw' \
    | sed -e "s#localhost:8080#localhost:$2#g" -e "s#$3#$folder/${3##*/}#g"
}

# broken LOG WORDS: shows how something ended, and ends with it.
broken() {
  tail -40 "$1" >&2
  echo "$2" >&2
  exit 1
}
