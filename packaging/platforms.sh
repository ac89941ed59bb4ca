#!/bin/sh
# Whether the lock can be installed on each system that an installer is made for, from ready-made files alone and with
# every hash checked. Needs uv on the PATH and a package index; downloads nothing but descriptions.
set -eu
cd "$(dirname "$0")/.."
# The oldest macOS that Qt 6.11 is built for.
export MACOSX_DEPLOYMENT_TARGET=13.0
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failed=""

for platform in x86_64-manylinux_2_34 aarch64-manylinux_2_39 x86_64-pc-windows-msvc aarch64-apple-darwin x86_64-apple-darwin; do
    for lock in requirements.txt requirements-dev.txt; do
        if uv pip install --quiet --dry-run --target "$folder/target" --python-version 3.11 --python-platform "$platform" \
            --only-binary :all: --require-hashes --requirement "$lock" >"$folder/said" 2>&1; then
            echo "resolves  $platform  $lock"
        else
            echo "FAILS     $platform  $lock"
            cat "$folder/said"
            failed=yes
        fi
    done
done
[ -z "$failed" ]
