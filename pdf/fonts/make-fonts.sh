#!/bin/sh
# Makes the bundled fonts from the npm packages that package.json names.
# Needs npm, and Python 3 with fontTools (Debian: apt-get install fonttools; PYTHON picks another interpreter).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/package.json" "$work/"
(cd "$work" && npm install --ignore-scripts --no-audit --no-fund --silent)
"${PYTHON:-/usr/bin/python3}" "$here/make_fonts.py" "$work/node_modules/@expo-google-fonts" \
  "$here/../src/main/resources/org/sistercityimpact/pdf/fonts"
