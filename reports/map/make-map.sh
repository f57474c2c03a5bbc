#!/usr/bin/env bash
# Makes the outlines of the reports' maps anew: downloads the npm packages and projects them.
# Needs npm; the versions are pinned in package.json, so the same files come out.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cp "$here/package.json" "$here/make_map.mjs" "$work"
(cd "$work" && npm install --no-audit --no-fund --ignore-scripts --silent)
(cd "$work" && node make_map.mjs "$here/../../sql/reference/states.csv" \
  "$here/../src/main/resources/org/sistercityimpact/reports/chart/map")
