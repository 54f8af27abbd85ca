#!/bin/sh
# Makes snac2, a small real fediverse server, available to test/adapters/mastodon/.
# It stands in Debian's backports; the machine's own sources name the mirror, so none is named here.
set -eu

command -v snac >/dev/null && exit 0

as_root=''
if [ "$(id -u)" -ne 0 ]; then
  as_root='sudo'
fi

sources='/etc/apt/sources.list.d/debian.sources'
if [ ! -f "$sources" ]; then
  echo "install-snac: $sources is required (Debian bookworm or newer)" >&2
  exit 1
fi
if ! grep -q '^Suites:.* bookworm-backports' "$sources"; then
  $as_root sed -i 's/^\(Suites: bookworm bookworm-updates\)$/\1 bookworm-backports/' "$sources"
fi

$as_root apt-get update -qq
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends snac2
command -v snac
